// SPDX-License-Identifier: Apache-2.0
// The style sheet of a dossier. Private to this folder.
#pragma once

namespace demarche::analysis {

// Serif for what was written by others, sans for what we say about it. Contrast
// of text is 7:1 or better in both schemes; colour never carries a meaning
// alone. No script, no font or picture from elsewhere: the page is whole by
// itself.
inline constexpr const char* kDossierStyle = R"css(
:root{color-scheme:light dark;--page:#fbfaf7;--sheet:#fff;--ink:#1b1d21;--soft:#4b5058;--line:#d9d5cb;--accent:#1f4e79;--tint:#eef2f6;
--serif:"Source Serif 4","Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif","DejaVu Serif",Georgia,serif;
--sans:"Inter","Source Sans 3","Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--page:#14161a;--sheet:#1b1e24;--ink:#eceae4;--soft:#b9bcc2;--line:#3a3f48;--accent:#9cc4ec;--tint:#232a33}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:400 1rem/1.55 var(--sans);overflow-wrap:break-word}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem;z-index:2}
header,main,footer,nav{max-width:66rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:3.5rem}
.kicker{margin:0 0 .4rem;font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.9rem,1.3rem + 2.6vw,3rem);letter-spacing:-.012em}
h2{font-size:1.6rem;margin:3.6rem 0 .5rem;padding-top:1rem;border-top:3px solid var(--ink)}
h3{font-size:1.17rem}
h4{font-size:.95rem;margin:0 0 .4rem}
p{margin:.5rem 0}
.lead{font-family:var(--serif);font-size:1.15rem;color:var(--soft);max-width:46rem}
.note{color:var(--soft);font-size:.9rem;max-width:46rem}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:1.4rem 0 0;padding:.7rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);font-size:.93rem}
.reading{background:var(--tint);border-left:4px solid var(--accent);padding:.6rem 1.1rem;margin:1.4rem 0 0;max-width:50rem;font-size:.95rem}.reading p{margin:.2rem 0}
data{font-variant-numeric:tabular-nums}
.why{color:var(--soft);font-size:.87rem;margin:.9rem 0 0}.judged{border-left:4px solid var(--accent);padding-left:.7rem;font-size:.93rem}
.stack q{font-family:var(--serif)}
table{border-collapse:collapse;width:100%;font-size:.93rem;margin:1rem 0}
caption{text-align:left;color:var(--soft);font-size:.9rem;padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .8rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.84rem;color:var(--soft);font-weight:600;border-bottom:2px solid var(--ink);vertical-align:bottom}
tbody th{font-weight:600}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.id{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,monospace;font-size:.84em;color:var(--soft)}
.wide{overflow-x:auto;margin:1rem 0}.wide:focus-visible{outline:3px solid var(--accent)}
.wide table{margin:0}
.matrix{min-width:58rem;table-layout:fixed;overflow-wrap:normal}.matrix td,.matrix th{padding:.6rem .6rem .6rem 0}
.matrix a{text-decoration:none;font-weight:600}.matrix a:hover{text-decoration:underline}
.matrix small{display:block;color:var(--soft)}
.none{color:var(--soft);font-weight:400}
.dispute{background:var(--sheet);border:1px solid var(--line);margin:1.3rem 0;padding:1.2rem 1.4rem 1.3rem;break-inside:avoid-page}
.dispute .kicker{display:flex;flex-wrap:wrap;gap:.2rem 1rem;justify-content:space-between}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:1.2rem 2rem;margin-top:1rem}
.side{border-top:2px solid var(--accent);padding-top:.6rem}
.side h4 span{font-weight:400;color:var(--soft)}
blockquote{margin:.6rem 0;font-family:var(--serif);font-size:1.02rem;line-height:1.5}
blockquote q{quotes:"“" "”"}blockquote q.own{quotes:none}
blockquote p{margin:0}
cite,.src{display:block;font:400 .84rem/1.4 var(--sans);font-style:normal;color:var(--soft);margin-top:.2rem}
details{margin:.5rem 0}summary{cursor:pointer;color:var(--accent);font-size:.9rem}
summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.timeline{list-style:none;margin:1rem 0;padding:0}
.timeline>li{display:grid;grid-template-columns:9.5rem 1fr;gap:0 1.5rem;padding:.8rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
.timeline time,.timeline .when{font-weight:600;font-size:.93rem}
.timeline h3{font:600 1rem/1.4 var(--sans)}
.counts{color:var(--soft);font-size:.87rem;margin:.1rem 0}
.actor{margin:1.8rem 0 0}.actor>h3{margin-bottom:.2rem}
.line{list-style:none;margin:.3rem 0 0;padding:0 0 0 1rem;border-left:2px solid var(--line)}
.line>li{margin:.7rem 0}
.change{display:inline-block;font-size:.8rem;font-weight:600;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;margin-left:.3rem}
.issue{font-weight:600;margin:1rem 0 0}
footer{padding-top:2.5rem;padding-bottom:4rem;color:var(--soft);font-size:.9rem}
@media (max-width:40rem){header,main,footer,nav{padding-left:1.1rem;padding-right:1.1rem}header{padding-top:2rem}
.timeline>li{grid-template-columns:1fr}.dispute{padding:1rem;margin-left:-.3rem;margin-right:-.3rem}
.stack thead{position:absolute;left:-999rem}.stack tr{display:block;border-bottom:1px solid var(--line);padding:.6rem 0}
.stack td,.stack tbody th{display:block;border:0;padding:.1rem 0;text-align:left}.stack td.n{display:inline-block;margin-right:1rem;color:var(--soft)}.stack td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}}
@media print{:root{--page:#fff;--sheet:#fff;--ink:#000;--soft:#333;--line:#bbb;--accent:#000;--tint:#fff}body{font-size:10pt}nav,.skip{display:none}
header,main,footer{max-width:none;padding:0}h2{break-after:avoid}h3,h4{break-after:avoid}a{color:inherit;text-decoration:none}.wide{overflow:visible}.matrix{min-width:0}
details>*{display:block}details::details-content{content-visibility:visible;display:block}summary{color:#000}.reading{background:#fff;border:1px solid #999}blockquote,tr{break-inside:avoid}thead{display:table-header-group}@page{margin:18mm 16mm}}
)css";

}  // namespace demarche::analysis
