"""Audits JSON Lines with Apache Spark: each partition is piped through `claimlint stream`.

    python3 examples/scale/spark_pipe.py records.jsonl out/ [local-cluster[2,1,1024]]

Spark keeps the order of lines within a partition and of partitions, so the parts joined in order are the answer of one process.
checkCode=True makes a claimlint that could not start fail the job; findings are no failure (exit code 0).
"""

import os
import sys

from pyspark.sql import SparkSession

source, target = sys.argv[1:3]
master = sys.argv[3] if len(sys.argv) > 3 else "local-cluster[2,1,1024]"
program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "bin", "claimlint.js")
as_of = os.environ.get("CLAIMLINT_AS_OF", "2026-11-22")  # every worker must judge for the same day

spark = (
    SparkSession.builder.master(master)
    .appName("claimlint")
    .config("spark.ui.enabled", "false")
    .config("spark.executorEnv.PATH", os.environ["PATH"])
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")
lines = spark.sparkContext.textFile(source, minPartitions=8)
answers = lines.pipe(f"node {os.path.realpath(program)} stream --no-config --as-of {as_of}", checkCode=True)
answers.saveAsTextFile(target)
executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
print(f"{lines.getNumPartitions()} partitions, {executors} executors", file=sys.stderr)
spark.stop()
