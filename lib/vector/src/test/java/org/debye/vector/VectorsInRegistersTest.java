package org.debye.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.debye.inference.variational.Iterate;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.study.NoiseScale;
import org.debye.study.StudyCell;
import org.debye.study.StudyDataset;
import org.debye.study.StudyDetail;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.debye.study.StudyModel;
import org.debye.study.StudyResult;
import org.debye.study.StudySettings;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.VariationalStartSettings;
import org.junit.jupiter.api.Test;

/**
 * HotSpot puts vectors on the heap where it does not inline all of a loop, and what is inlined
 * depends on who calls it: kernels that are fast by themselves have been several times slower in a
 * chain.
 */
class VectorsInRegistersTest {
  /** A chain with vectors on the heap allocates some megabytes a gradient. */
  private static final double MOST = 50_000;

  @Test
  void aChainPutsNoVectorsOnTheHeap() {
    StudyModel model = new StudyModel(3, 2, 500, 5, 1, 1, NoiseModel.AUTHORS_CODE);
    VariationalStartSettings unused =
        new VariationalStartSettings(1600, 0.005, Iterate.LAST, 200, 3, 100);
    StudySettings settings =
        new StudySettings(HmcSettings.standard().withDraws(100, 100), unused, unused, 1);
    StudyDataset dataset = new StudyDataset(model, 0.8, new NoiseScale.Fixed(0.02), 5, 0);
    StudyCell cell = new StudyCell(dataset, StudyMethod.HMC, 0, settings, StudyDetail.NUMBERS);
    cell.run();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    StudyResult result = cell.run();
    double allocated = threads.getCurrentThreadAllocatedBytes() - before;
    double gradients = Objects.requireNonNull(result.metrics().get(StudyMetric.GRADIENTS.key()));
    assertThat(allocated / gradients).isLessThan(MOST);
  }
}
