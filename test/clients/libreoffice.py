"""What LibreOffice makes of documents with comments and tracked changes.

Usage: libreoffice.py SOCKET FILE...   Prints, for each file, one line of JSON: its comments with the
words they stand on, its tracked changes, and its text as it is with all changes accepted and rejected.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def connect(socket):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context
    )
    for _ in range(120):
        try:
            return resolver.resolve(
                f"uno:socket,host=127.0.0.1,port={socket};urp;StarOffice.ComponentContext"
            )
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def comments_of(document):
    fields = document.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            yield {
                "author": field.Author,
                "words": field.getAnchor().getString(),
                "text": field.Content,
            }


def changes_of(document):
    redlines = document.Redlines.createEnumeration()
    while redlines.hasMoreElements():
        redline = redlines.nextElement()
        yield {"kind": redline.RedlineType, "author": redline.RedlineAuthor}


def texts_in(container):
    paragraphs = container.createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if paragraph.supportsService("com.sun.star.text.TextTable"):
            for name in paragraph.getCellNames():
                yield from texts_in(paragraph.getCellByName(name))
        else:
            yield paragraph.getString()


def text_of(document):
    notes = [document.Footnotes.getByIndex(i) for i in range(document.Footnotes.Count)]
    parts = [*texts_in(document.Text)]
    for note in notes:
        parts.extend(texts_in(note))
    return "\n".join(parts)


def load(desktop, path):
    url = uno.systemPathToFileUrl(path)
    return desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))


def settled(desktop, dispatcher, path, command):
    document = load(desktop, path)
    dispatcher.executeDispatch(
        document.getCurrentController().getFrame(), command, "", 0, ()
    )
    text = text_of(document)
    document.close(True)
    return text


def main(socket, paths):
    context = connect(socket)
    create = context.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", context)
    dispatcher = create("com.sun.star.frame.DispatchHelper", context)
    for path in paths:
        document = load(desktop, path)
        seen = {
            "comments": [*comments_of(document)],
            "changes": [*changes_of(document)],
        }
        document.close(True)
        seen["accepted"] = settled(desktop, dispatcher, path, ".uno:AcceptAllTrackedChanges")
        seen["rejected"] = settled(desktop, dispatcher, path, ".uno:RejectAllTrackedChanges")
        print(json.dumps(seen), flush=True)
    try:
        desktop.terminate()
    except Exception:
        pass


main(sys.argv[1], sys.argv[2:])
