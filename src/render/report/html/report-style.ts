/** Everything that the page looks like. Colours keep 4.5 to 1 for words and 3 to 1 for lines, in both schemes. */
export const REPORT_STYLE = [
  ':root{color-scheme:light dark;--ink:#1f2328;--quiet:#57606a;--paper:#fff;--panel:#f6f8fa;--line:#d0d7de;--accent:#0b5cad;--improved:#146c2e;--unsure:#57606a;--worse:#b3261e;--s1:#0b5cad;--s2:#b3261e;--s3:#b78103;--s4:#7a8793}',
  '@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--quiet:#a3adb8;--paper:#0d1117;--panel:#161b22;--line:#3a424c;--accent:#79b8ff;--improved:#56d364;--unsure:#a3adb8;--worse:#ff8a80;--s1:#79b8ff;--s2:#ff8a80;--s3:#e3b341;--s4:#8b949e}}',
  '*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}',
  'body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,-apple-system,"Hiragino Sans","Noto Sans CJK JP","Yu Gothic UI",sans-serif;overflow-wrap:break-word}',
  '.page{max-width:54rem;margin:0 auto;padding:2rem 1.25rem 4rem}',
  '.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);color:var(--accent);padding:.5rem 1rem;border:2px solid var(--accent);border-radius:.4rem;z-index:1}',
  'a{color:var(--accent);text-underline-offset:.15em}:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:.2rem}',
  'h1{font-size:1.2rem;line-height:1.35;margin:0 0 .9rem;color:var(--quiet);font-weight:600}',
  '.lead{font-size:1.5rem;line-height:1.45;font-weight:650;margin:0 0 .9rem;text-wrap:pretty}',
  '.lead span{display:block}.lead span+span{margin-top:.35rem}.when{color:var(--quiet);margin:0}',
  'header{border-bottom:1px solid var(--line);padding-bottom:1.5rem}',
  'nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:1.1rem 0 0;padding:0;font-size:.925rem}',
  'section{margin-top:2.75rem}h2{font-size:1.35rem;line-height:1.3;margin:0 0 .75rem}h3{font-size:1.08rem;line-height:1.4;margin:0 0 .5rem}',
  'html:lang(ja){line-break:strict}html:lang(ja) :is(p,h1,h2,h3,li,caption,figcaption){word-break:auto-phrase}',
  'p{margin:.6rem 0}ul{padding-left:1.3rem}li{margin:.3rem 0}code{font:.9em ui-monospace,"SFMono-Regular",Menlo,Consolas,monospace;background:var(--panel);border:1px solid var(--line);border-radius:.3rem;padding:.1em .35em}',
  'figure{margin:1.75rem 0 1.25rem}figcaption{font-weight:600;margin-bottom:.6rem}figure>p{color:var(--quiet);font-size:.94rem}',
  'svg{display:block;width:100%;height:auto}svg text{font-family:inherit}.narrow{display:none}',
  '.scroll{overflow-x:auto;margin:1.1rem 0}table{border-collapse:collapse;width:100%;font-size:.94rem;font-variant-numeric:tabular-nums}',
  '.many{min-width:44rem}caption{text-align:left;font-weight:600;padding:0 0 .45rem}th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}thead th{color:var(--quiet);font-weight:600;white-space:nowrap}tbody th{font-weight:500}td.n,th.n{text-align:right;white-space:nowrap}td.d{white-space:nowrap}.n+:not(.n){padding-left:1rem}tr>:last-child{padding-right:0}',
  'details{margin:.9rem 0}summary{cursor:pointer;color:var(--accent);width:fit-content}details .scroll{margin-top:.8rem}',
  '.verdict{border:1px solid var(--line);border-left:.4rem solid var(--mark);border-radius:.5rem;padding:1rem 1.25rem;margin:1.1rem 0;background:var(--panel)}.verdict.improved{--mark:var(--improved)}.verdict.cannot-tell{--mark:var(--unsure)}.verdict.worse{--mark:var(--worse)}',
  '.word{display:inline-block;color:var(--mark);border:1.5px solid var(--mark);border-radius:1rem;padding:0 .65rem;margin-right:.6rem;font-size:.875rem;line-height:1.55;font-weight:650}',
  'footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--quiet);font-size:.9rem}',
  '@media (max-width:640px){.page{padding:1.25rem 1rem 3rem}.lead{font-size:1.22rem}.wide{display:none}.narrow{display:block}.verdict{padding:.85rem 1rem}th,td{padding-right:.6rem}}',
  '@media print{:root{color-scheme:light;--ink:#000;--quiet:#444;--paper:#fff;--panel:#fff;--line:#bbb;--accent:#0b5cad;--improved:#146c2e;--unsure:#57606a;--worse:#b3261e;--s1:#0b5cad;--s2:#b3261e;--s3:#b78103;--s4:#7a8793}body{font-size:10.5pt}.page{max-width:none;padding:0}nav,.skip,details:not([open]){display:none}.wide{display:block}.narrow{display:none}.scroll{overflow:visible}.many{min-width:0}section{margin-top:1.5rem}h2,h3,caption,figcaption{break-after:avoid}figure svg,.verdict,tr{break-inside:avoid}a{color:inherit;text-decoration:none}@page{margin:16mm}}',
].join('\n');

/** Of the text between the tags; a test computes it again. */
export const REPORT_STYLE_HASH = 'sha256-K15+dqY2NrB9DBW9E5psjNaIzkaCDV4RdpzmrBaHIhU=';
