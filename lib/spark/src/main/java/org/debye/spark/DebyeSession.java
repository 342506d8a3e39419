package org.debye.spark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.standalone.ClusterSecret;
import org.debye.spark.standalone.MasterAddress;

/**
 * Starts the Spark session of a job. Whatever spark-submit, a properties file or a {@code spark.*}
 * system property says stays; only what nobody said is set here.
 */
public final class DebyeSession {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";

  private DebyeSession() {}

  /** The version of Spark that runs, for a {@code RunRecord}. */
  public static String sparkVersion() {
    return org.apache.spark.package$.MODULE$.SPARK_VERSION();
  }

  /**
   * Keys whose values event logs and pages do not show: Spark's own, and those of Azure's stores.
   */
  private static final String SECRETS =
      "(?i)secret|password|passwd|token|access[.]?key|account[.]key|credential|encryption[.]key"
          + "|private[.]?key";

  /** Opens the session of a job, or gives the one that is open. */
  public static SparkSession open(String job) {
    return open(job, Map.of());
  }

  /**
   * Opens the session of a job, or gives the one that is open.
   *
   * @param job shown as the application's name
   * @param settings of the user, stronger than the defaults and weaker than spark-submit's
   * @throws InputException where Spark refuses them, or its Master cannot be reached
   */
  public static SparkSession open(String job, Map<String, String> settings) {
    SparkConf conf = new SparkConf();
    settings.forEach(conf::setIfMissing);
    conf.setIfMissing("spark.app.name", "debye " + job);
    conf.setIfMissing("spark.master", "local[*]");
    if (SparkSession.getDefaultSession().isEmpty()) {
      MasterAddress.check(conf.get("spark.master"));
      ClusterSecret.provide(conf, System.getenv());
    }
    boolean local = conf.get("spark.master").startsWith("local");
    (local ? localDefaults() : clusterDefaults()).forEach(conf::setIfMissing);
    String extensions = conf.get(EXTENSIONS, "");
    if (!extensions.contains(DELTA_EXTENSION)) {
      conf.set(
          EXTENSIONS, extensions.isBlank() ? DELTA_EXTENSION : extensions + "," + DELTA_EXTENSION);
    }
    try {
      return SparkSession.builder().config(conf).getOrCreate();
    } catch (IllegalStateException e) {
      throw MasterAddress.refused(conf.get("spark.master"), e);
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  /** What Spark looks at only when it starts: a setting that is no number, two that disagree. */
  private static InputException refused(IllegalArgumentException thrown) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        "settings of Spark",
        String.valueOf(thrown.getMessage()).replaceFirst("^requirement failed: ", ""),
        "Correct what stands behind --conf, or in the profile (conf/spark).",
        thrown);
  }

  /** A laptop: no web server, no look-up of host names, few partitions of small tables. */
  private static Map<String, String> localDefaults() {
    Map<String, String> defaults = clusterDefaults();
    defaults.put("spark.ui.enabled", "false");
    defaults.put("spark.ui.showConsoleProgress", "false");
    defaults.put("spark.driver.host", "localhost");
    defaults.put("spark.driver.bindAddress", "127.0.0.1");
    defaults.put("spark.sql.shuffle.partitions", "4");
    defaults.put("spark.databricks.delta.snapshotPartitions", "2");
    defaults.put(
        "spark.sql.warehouse.dir",
        Path.of(System.getProperty("java.io.tmpdir"), "debye-warehouse").toUri().toString());
    return defaults;
  }

  private static Map<String, String> clusterDefaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    defaults.put("spark.sql.catalogImplementation", "in-memory");
    defaults.put("spark.databricks.delta.snapshotPartitions", "8");
    defaults.put("spark.redaction.regex", SECRETS);
    return defaults;
  }
}
