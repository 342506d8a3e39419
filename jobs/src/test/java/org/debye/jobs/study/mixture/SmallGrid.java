package org.debye.jobs.study.mixture;

import java.util.List;
import java.util.Objects;
import org.debye.jobs.config.Binding;
import org.debye.jobs.config.ConfigBinder;
import org.debye.jobs.config.ConfigSources;
import org.debye.jobs.sweep.SweepConfig;

/** Grids of studies that are not run. */
final class SmallGrid {
  private SmallGrid() {}

  /** The grid of alpha1 1, 2 and 3, without N-FINDR, and these keys. */
  static MixtureGrid of(String... keys) {
    ConfigSources sources = new ConfigSources();
    List.of(
            "name=x",
            "catalogue=y",
            "seed=1",
            "unmixing.grid.alpha1=[1, 2, 3]",
            "unmixing.methods.n-findr=0")
        .forEach(sources::word);
    List.of(keys).forEach(sources::word);
    SweepConfig config =
        ((Binding.Bound<SweepConfig>) ConfigBinder.bind(SweepConfig.class, sources)).config();
    return new MixtureGrid(Objects.requireNonNull(config.unmixing()), config.seed());
  }
}
