"""Checks a corpus with Spark: python job.py CORPUS.ndjson OUT_FOLDER COMMAND...

Each partition is piped through one process of Fairdraft; findings come out one line a document.
"""

import shlex
import sys
import time

from pyspark.sql import SparkSession

PARTITIONS = 8


def main(corpus: str, out: str, command: list[str]) -> None:
    spark = (
        SparkSession.builder.master("local[2]")
        .appName("fairdraft")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    start = time.monotonic()
    documents = spark.sparkContext.textFile(corpus, PARTITIONS)
    findings = documents.pipe(shlex.join(command), checkCode=True)
    findings.saveAsTextFile(out)
    partitions = documents.getNumPartitions()
    print(f"spark: {partitions} partitions, {time.monotonic() - start:.1f} s")
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
