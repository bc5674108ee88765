/// The look of the page: on screens wide and narrow, light and dark, with forced colours, and on paper.
enum StyleSheet {
    static func text(_ options: HTMLExporter.Options) -> String {
        let tints =
            switch options.stylesheet {
            case .plain: ""
            case .tinted: Self.tints
            }
        return colours + screen + tints + drawings + paper
            + (options.edition == .members ? membersEdition : "")
    }

    /// Every pair of text and background has a contrast of at least 4.5 to 1, and lines of 3 to 1.
    private static let colours = """
        :root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--soft:#4a525c;--rule:#8a939e;--band:#f2f4f6;--link:#0b4f8a;
        --positive:#1e6b3a;--caution:#8a5300;--negative:#a3161f;--complete:#1f4f99;--neutral:#5a626c;
        --positive-tint:#e2f2e6;--caution-tint:#fdefd2;--negative-tint:#fbe3e3;--complete-tint:#e3ecf9;--neutral-tint:#eceef1}
        @media (prefers-color-scheme:dark){:root{--page:#15181c;--ink:#eceff2;--soft:#b9c1ca;--rule:#77818c;--band:#22272d;
        --link:#8fc1f2;--positive:#7fd49a;--caution:#f0b95b;--negative:#ff9a98;--complete:#9cc0ff;--neutral:#b4bcc6;
        --positive-tint:#17331f;--caution-tint:#3a2a0c;--negative-tint:#431c1e;--complete-tint:#1b2d4d;--neutral-tint:#2b3138}}

        """

    private static let screen = """
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1rem;max-width:90rem;background:var(--page);color:var(--ink);
        font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:break-word}
        h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .5rem}
        h3{font-size:1.2rem;margin:2rem 0 .5rem}h4,h5,h6{font-size:1.05rem;margin:1.5rem 0 .5rem}
        p,ul,dl{max-width:75ch}a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-100vw}.skip:focus{position:static}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .notice{border:2px solid currentColor;padding:.5rem .75rem}
        nav ul{columns:18rem;padding-left:1.2rem}nav li{break-inside:avoid}nav h2{margin-top:1.5rem}
        dl{margin:1rem 0}.facts div,.key dl div{display:grid;grid-template-columns:minmax(0,14rem) minmax(0,1fr);gap:0 1rem;
        padding:.3rem 0;border-bottom:1px solid var(--rule)}.key dl div{grid-template-columns:4rem minmax(0,1fr)}
        dt{font-weight:600}dd{margin:0}.key,footer{color:var(--soft);font-size:.9rem}
        .frame{overflow-x:auto;margin:1rem 0;position:relative}table{border-collapse:collapse;font-size:.9rem;line-height:1.35}
        caption{text-align:left;font-weight:600;padding:.25rem 0 .5rem;font-size:1rem}
        th,td{border:1px solid var(--rule);padding:.35rem .5rem;text-align:left;vertical-align:top;min-width:4rem;
        max-width:34rem;white-space:normal}thead th{background:var(--band);vertical-align:bottom}
        tbody th{font-weight:600;min-width:9rem}.group{background:var(--band)}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        abbr{text-decoration:none}footer{margin-top:3rem;border-top:1px solid var(--rule)}
        @media (max-width:40rem){.facts div{grid-template-columns:minmax(0,1fr)}h1{font-size:1.5rem}h2{font-size:1.3rem}}

        """

    private static let tints = """
        .positive{--tone:var(--positive);--tint:var(--positive-tint)}.caution{--tone:var(--caution);--tint:var(--caution-tint)}
        .negative{--tone:var(--negative);--tint:var(--negative-tint)}.complete{--tone:var(--complete);--tint:var(--complete-tint)}
        .neutral{--tone:var(--neutral);--tint:var(--neutral-tint)}
        td[class~=positive],td[class~=caution],td[class~=negative],td[class~=complete],td[class~=neutral],
        th[class~=positive],th[class~=caution],th[class~=negative],th[class~=complete],th[class~=neutral]{
        background:var(--tint);border-left:5px solid var(--tone)}

        """

    private static let drawings = """
        figure{margin:1rem 0 2rem;max-width:58rem}figcaption{font-weight:600}figure .frame>svg{display:block;width:100%;height:auto}
        svg text{font-size:13px;fill:var(--ink)}svg .axis{fill:var(--soft)}svg .word{font-weight:600;paint-order:stroke;stroke:var(--page);stroke-width:4px}
        .grid{stroke:var(--rule);stroke-width:1;opacity:.45}.tick{stroke:var(--rule)}.line{fill:none;stroke:var(--ink)}
        .measure{stroke:var(--complete);stroke-width:2.5}.target{stroke:var(--ink);stroke-width:1.75;stroke-dasharray:9 5}
        .average{stroke:var(--soft);stroke-width:1.5}.lower-limit,.upper-limit{stroke:var(--soft);stroke-width:1.5;
        stroke-dasharray:2 4}.upper-limit{stroke-dasharray:6 3 1 3}.dot{fill:var(--complete)}.mark{fill:var(--tone,var(--ink));stroke:var(--page);stroke-width:1}
        .comparator{stroke:var(--complete);stroke-width:1.5}.dash1{stroke-dasharray:5 4}.dash2{stroke-dasharray:8 3 2 3}.dash3{stroke-dasharray:12 3 2 3 2 3}
        .dash4{stroke-dasharray:1 4}.dash5{stroke-dasharray:12 6}.under{fill:var(--page)}.part{fill:var(--tone,var(--neutral));stroke:var(--page);stroke-width:2}.lighter{fill-opacity:.9}
        svg .inside{fill:var(--page);font-weight:600}
        .trend{width:6rem;height:1.4rem;vertical-align:middle;margin-right:.5rem;overflow:visible}td.n:has(.trend){white-space:nowrap}
        .charts figure{break-inside:avoid}
        .legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.9rem;max-width:none}
        .once{display:none}.legend svg{width:24px;height:12px;vertical-align:middle;overflow:visible}summary{cursor:pointer;font-size:.9rem}
        @media (max-width:40rem){figure .frame>svg{min-width:36rem}}
        @media (forced-colors:active){th,td,.notice{border-color:CanvasText}
        td[class~=positive],td[class~=caution],td[class~=negative],td[class~=complete],td[class~=neutral]{border-left:5px double CanvasText}
        .part,.mark{fill:Canvas;stroke:CanvasText}svg text,svg .inside{fill:CanvasText}
        .line{stroke:CanvasText}.dot{fill:CanvasText}}

        """

    private static let paper = """
        @page{size:A4 landscape;margin:14mm 14mm 16mm;@bottom-right{content:counter(page) " of " counter(pages);font-size:9pt}}
        @media print{:root{--page:#fff;--ink:#000;--soft:#333;--rule:#777;--band:#eee;--link:#000}
        body{max-width:none;padding:0;font-size:9.5pt;font-family:Arial,"Liberation Sans",Helvetica,"DejaVu Sans",sans-serif}
        .skip,details:not([open]){display:none}a{text-decoration:none}
        p,ul,dl{max-width:none}h2,h3,h4,caption{break-after:avoid}h2{margin-top:.6rem}
        .frame{overflow:visible}table{font-size:7.5pt;width:100%}thead{display:table-header-group}
        tr,figure{break-inside:avoid}th,td{padding:.15rem .3rem;min-width:0}tbody th{min-width:0}
        *{print-color-adjust:exact}figure{max-width:22cm}nav,footer{display:none}
        section{break-before:page}main>section:first-of-type{break-before:auto}
        tbody:has(.group) tr:first-child{break-after:avoid}.trend{width:18mm;height:3.8mm}.frame{margin:.4rem 0}
        .charts{display:grid;grid-template-columns:repeat(2,1fr);gap:2mm 8mm}.charts>:not(figure){grid-column:1/-1;margin:.2rem 0}
        .charts figure{margin:0;font-size:9pt}.charts figure .frame{margin:0}.charts figure .frame>svg{height:41mm;width:auto;overflow:visible}
        .charts svg text{font-size:19px}.charts>h3,.charts>h4,.charts .lines .legend,.charts summary,.charts .key{display:none}
        .charts>.once{display:flex}.charts>p.once{display:block}.charts figcaption.unseen{position:static;width:auto;height:auto;clip-path:none;white-space:normal}}

        """

    /// What is left out in print, and how large the first page is set: at 12 points.
    private static let membersEdition = """
        @media print{.annex{display:none}.summary{break-before:auto}.summary table{font-size:12pt}.summary h2{display:none}
        .summary,.summary li,.summary p{font-size:12pt;line-height:1.25}.summary li{margin:0}.summary ul,.summary p{margin:.15rem 0}
        header p{margin:.2rem 0}.summary th,.summary td{font-weight:400;padding:.1rem .3rem;line-height:1.2}.summary thead th{font-weight:600}
        h1{font-size:18pt;margin:0}
        .charts>p:not(.once),.charts .later{display:none}}

        """
}
