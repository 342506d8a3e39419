package org.debye.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One session for all tests of the module, stopped when the JVM ends. */
public final class TestSession {
  private TestSession() {}

  public static SparkSession session() {
    return DebyeSession.open("test", Map.of("spark.master", "local[2]"));
  }
}
