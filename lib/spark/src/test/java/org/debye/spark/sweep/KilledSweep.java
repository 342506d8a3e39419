package org.debye.spark.sweep;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.debye.spark.DebyeSession;
import org.debye.spark.table.Catalogue;

/**
 * A sweep of toy cells in a JVM of its own, to be killed, that says a line for each of its {@value
 * #PROBLEMS} failed and flagged cells as it ends. Arguments: catalogue, master, whether failed
 * cells are tried again.
 */
final class KilledSweep {
  static final int CELLS = 60;
  static final int PROBLEMS = CELLS / 6 * 4;
  static final long WORK = 5_000_000;

  private KilledSweep() {}

  public static void main(String[] arguments) {
    SparkSession session =
        DebyeSession.open(
            "killed",
            Map.of(
                "spark.master", arguments[1],
                "spark.debye.sweep.commit.cells", "4",
                "spark.debye.sweep.commit.seconds", "0"));
    System.out.println("begun");
    Sweep.of(
            session,
            Catalogue.at(arguments[0], new Configuration()),
            "study",
            SweepTest.settings("a", Boolean.parseBoolean(arguments[2])))
        .run(
            ToyCell.all(CELLS, WORK),
            new SweepProgress() {
              @Override
              public void at(State state) {}

              @Override
              public void line(String text) {
                System.out.println("problem");
              }
            });
    System.out.println("ended");
    session.stop();
  }
}
