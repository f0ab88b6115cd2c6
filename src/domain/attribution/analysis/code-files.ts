const CODE =
  /\.(?:c|h|cc|cpp|cxx|hpp|hh|m|mm|rb|rake|erb|haml|slim|py|pyx|js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte|go|rs|java|kt|kts|scala|groovy|cs|fs|vb|php|pl|pm|sh|bash|tcl|lua|swift|dart|ex|exs|erl|hs|clj|r|sql|css|scss|less|html|proto|graphql|tf|yml|yaml|json|toml)$|(?:^|\/)(?:Makefile|Dockerfile|Rakefile|Gemfile)$/i;
const TEST =
  /(?:^|\/)(?:tests?|specs?|__tests__|testing|features|fixtures)\/|[_.-](?:test|spec)\.|(?:^|\/)test_[^/]*$/i;

/** The files of a fix where its fault can have been: code, without tests unless there is nothing else. */
export function codeFiles(files: readonly string[]): string[] {
  const code = files.filter((file) => CODE.test(file));
  const product = code.filter((file) => !TEST.test(file));
  return product.length > 0 ? product : code;
}
