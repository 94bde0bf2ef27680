"""Has LibreOffice's grammar checker read a paragraph, and prints what it was told as JSON: place, words, message, suggestions."""
import json, os, sys, time
import uno
from com.sun.star.lang import Locale

def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(200):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % os.environ["PIPE"])
        except Exception:
            time.sleep(0.2)
    sys.exit("LibreOffice does not answer")

def units(text, start, length):
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")

context = connect()
checker = context.ServiceManager.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", context)
text = sys.stdin.read()
length = len(text.encode("utf-16-le")) // 2
result = checker.doProofreading("draft", text, Locale("en", "GB", ""), 0, length, ())
print(json.dumps([
    {"words": units(text, one.nErrorStart, one.nErrorLength), "message": one.aShortComment,
     "suggestions": list(one.aSuggestions)}
    for one in result.aErrors
]))
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
try:
    desktop.terminate()
except Exception:
    pass
