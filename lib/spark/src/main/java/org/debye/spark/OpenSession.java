package org.debye.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.debye.spark.file.HadoopSettings;

/**
 * The Spark session of a job, for jobs to hand on: they know nothing of Spark.
 *
 * @param session that is open
 */
public record OpenSession(SparkSession session) {

  /** Opens the session of a job, or takes the one that is open. */
  public static OpenSession of(String job) {
    return of(job, Map.of());
  }

  /** The same with settings of the job, weaker than the user's. */
  public static OpenSession of(String job, Map<String, String> settings) {
    return new OpenSession(DebyeSession.open(job, settings));
  }

  /** What its Hadoop configuration says beyond the defaults. */
  public HadoopSettings hadoop() {
    return HadoopSettings.of(session.sparkContext().hadoopConfiguration());
  }
}
