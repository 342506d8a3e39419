package org.debye.spark.reduce;

import java.util.Map;
import org.debye.spark.DebyeSession;

/** A reduce in a JVM of its own, to be killed. Arguments: input directory, catalogue. */
final class KilledReduce {
  private KilledReduce() {}

  public static void main(String[] arguments) {
    var session =
        DebyeSession.open(
            "killed",
            Map.of(
                "spark.master", "local[2]",
                "spark.debye.batch.datasets", "1",
                "spark.debye.run.bytes", "1000",
                "spark.debye.task.bytes", "1000"));
    System.out.println("begun");
    new ReduceRun(
            session,
            FrameFiles.settings(arguments[0], arguments[1]),
            new ReduceProgress() {
              @Override
              public void at(State state) {
                System.out.println("datasets " + state.datasets());
                System.out.println("spectra " + state.spectra());
              }

              @Override
              public void line(String text) {}
            })
        .run();
    System.out.println("ended");
    session.stop();
  }
}
