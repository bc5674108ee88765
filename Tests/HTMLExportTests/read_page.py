"""Reads a page as a browser would, and says what is wrong with it and what its tables hold."""
import json
import re
import sys

import html5lib

ELEMENTS = set(
    "html head meta title style body a header h1 h2 h3 h4 h5 h6 p strong time nav ul li main section dl div dt dd table "
    "caption thead tbody tr th td data abbr bdi br figure figcaption svg desc text line path circle polygon rect details "
    "summary span footer".split())
SIZE = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def name(element):
    return element.tag.split("}")[-1]


def text(element):
    """The text of an element, with a line feed for each line break."""
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if name(child) == "br" else text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def cell(element):
    inner = element
    # A small picture stands before the words that say the same.
    if len(inner) and name(inner[0]) == "svg" and inner[0].get("aria-hidden") == "true":
        inner = list(inner)[1:]
    while len(inner) == 1 and name(inner[0]) == "a":
        inner = inner[0]
    if len(inner) == 1:
        child = inner[0]
        if name(child) == "data":
            return ["number", child.get("value"), text(child)]
        if name(child) == "time":
            return ["date", child.get("datetime"), text(child)]
        if name(child) == "abbr":
            return ["missing", text(child), child.get("title")]
    words = text(element)
    return ["text", words] if words else ["empty"]


def contrast(one, other):
    def light(colour):
        parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted([light(one), light(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(colour, ground, share):
    pairs = [(int(colour[i:i + 2], 16), int(ground[i:i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join("%02x" % round(share * a + (1 - share) * b) for a, b in pairs)


def colour_problems(style):
    problems = []
    schemes = re.findall(r":root\{([^}]*--page[^}]*)\}", style)
    share = float(re.search(r"\.lighter\{fill-opacity:([.\d]+)\}", style).group(1))
    for scheme in schemes:
        colours = {key: value if len(value) == 7 else "#" + "".join(2 * c for c in value[1:])
                   for key, value in re.findall(r"--([\w-]+):(#\w+)", scheme)}
        pairs = [(ink, "page", 4.5) for ink in ("ink", "soft", "link")] + [("ink", "band", 4.5), ("rule", "page", 3)]
        for tone in ("positive", "caution", "negative", "complete", "neutral"):
            if tone in colours:
                pairs += [("ink", tone + "-tint", 4.5), ("link", tone + "-tint", 4.5), ("page", tone, 4.5)]
                colours["lighter " + tone] = mix(colours[tone], colours["page"], share)
                pairs.append(("page", "lighter " + tone, 4.5))
        for one, other, least in pairs:
            ratio = contrast(colours[one], colours[other])
            if ratio < least:
                problems.append("%s on %s has a contrast of %.2f" % (one, other, ratio))
    return problems if len(schemes) >= 2 else ["the schemes light and dark are not both there"]


def page_problems(document):
    problems = []
    every = list(document.iter())
    names = [name(e) for e in every]
    if document.get("lang") in (None, ""):
        problems.append("no language")
    for tag, count in [("h1", 1), ("main", 1), ("nav", 1), ("title", None), ("script", 0)]:
        if count is not None and names.count(tag) != count:
            problems.append("%d elements %s" % (names.count(tag), tag))
    problems += ["element " + tag for tag in set(names) - ELEMENTS]
    level = 0
    for element in every:
        size = SIZE.get(name(element))
        if size:
            if size > level + 1:
                problems.append("a heading of level %d below one of level %d" % (size, level))
            level = size
            if not text(element).strip():
                problems.append("an empty heading")
    ids = [e.get("id") for e in every if e.get("id") is not None]
    problems += ["identifier %s twice" % i for i in set(ids) if ids.count(i) > 1]
    for element in every:
        tag, attributes = name(element), element.attrib
        for key, value in attributes.items():
            if key.startswith("on") or key in ("src", "style", "srcset", "formaction"):
                problems.append("attribute " + key)
            if key == "href" and not (value.startswith("#") and value[1:] in ids):
                problems.append("link to " + value)
            if key == "aria-labelledby":
                problems += ["no label " + i for i in value.split() if i not in ids]
        if tag == "table" and (len(element) == 0 or name(element[0]) != "caption" or not text(element[0]).strip()):
            problems.append("a table without a caption")
        if tag == "th" and attributes.get("scope") not in ("row", "col", "rowgroup"):
            problems.append("a header without a scope")
        if tag == "th" and not text(element).strip() and attributes.get("scope") == "row":
            problems.append("a row header without words")
        if tag == "abbr" and not attributes.get("title"):
            problems.append("an abbreviation without a meaning")
        if tag == "details" and name(element[0]) != "summary":
            problems.append("details without a summary")
        if tag == "svg" and attributes.get("aria-hidden") != "true":
            words = {name(c): text(c).strip() for c in element if name(c) in ("title", "desc")}
            if attributes.get("role") != "img" or not words.get("title") or not words.get("desc"):
                problems.append("a drawing without alternative text")
    body = next(e for e in every if name(e) == "body")
    if name(body[0]) != "a" or body[0].get("href") != "#report":
        problems.append("the page does not begin with a link to the report")
    style = "".join(text(e) for e in every if name(e) == "style")
    if "url(" in style or "@import" in style:
        problems.append("the style sheet asks for other files")
    return problems + colour_problems(style)


def tables(document):
    result = []
    for table in document.iter():
        if name(table) != "table":
            continue
        head = [e for e in table.iter() if name(e) == "thead"][0]
        columns = [e for e in head.iter() if name(e) == "th"]
        rows = [[e for e in row] for body in table if name(body) == "tbody" for row in body]
        result.append({
            "caption": text(table[0]), "columns": [text(e) for e in columns],
            "right": [e.get("class") == "n" for e in columns],
            "headers": [sum(name(e) == "th" for e in row) for row in rows],
            "rows": [
                [part for e in row for part in [cell(e)] + [["empty"]] * (int(e.get("colspan", 1)) - 1)] for row in rows],
        })
    return result


source = open(sys.argv[1], encoding="utf-8", newline="").read()
# A strict parser refuses every error that the standard knows, hostile text that has broken out among them.
page = html5lib.HTMLParser(strict="--lenient" not in sys.argv).parse(source)
print(json.dumps({"problems": page_problems(page), "tables": tables(page)}))
