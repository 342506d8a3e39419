package org.debye.jobs;

import java.util.List;
import org.debye.jobs.duplicates.DuplicatesJob;
import org.debye.jobs.evaluate.EvaluateJob;
import org.debye.jobs.explain.ExplainJob;
import org.debye.jobs.explore.ExploreJob;
import org.debye.jobs.export.ExportJob;
import org.debye.jobs.fit.FitJob;
import org.debye.jobs.imports.ImportJob;
import org.debye.jobs.predict.PredictJob;
import org.debye.jobs.probe.ProbeJob;
import org.debye.jobs.reduce.ReduceJob;
import org.debye.jobs.represent.RepresentJob;
import org.debye.jobs.simulate.SimulateJob;
import org.debye.jobs.sweep.SweepJob;
import org.debye.jobs.train.TrainJob;
import org.debye.jobs.unmix.UnmixJob;

/** The jobs there are. */
public final class JobRegistry {
  private JobRegistry() {}

  /** In the order in which the list shows them. */
  public static List<Job<?>> all() {
    return List.of(
        new SimulateJob(),
        new ReduceJob(),
        new ImportJob(),
        new DuplicatesJob(),
        new ExploreJob(),
        new TrainJob(),
        new EvaluateJob(),
        new PredictJob(),
        new RepresentJob(),
        new ExplainJob(),
        new ProbeJob(),
        new UnmixJob(),
        new FitJob(),
        new SweepJob(),
        new ExportJob());
  }
}
