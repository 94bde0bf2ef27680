"""Reads a JUnit report as a Python program does, and prints it as JSON: [name, tests, failures, counted anew, cases]."""

import json
import sys

from junitparser import JUnitXml

suites = []
for suite in JUnitXml.fromfile(sys.argv[1]):
    said = [suite.tests, suite.failures]
    suite.update_statistics()
    cases = [[case.name, [one.message for one in case.result]] for case in suite]
    suites.append([suite.name, *said, [suite.tests, suite.failures], cases])
print(json.dumps(suites))
