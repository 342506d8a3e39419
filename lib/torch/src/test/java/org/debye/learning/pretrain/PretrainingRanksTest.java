package org.debye.learning.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.debye.augmentation.AugmentationChain;
import org.debye.augmentation.Jitter;
import org.debye.learning.collective.Alone;
import org.debye.learning.collective.Collective;
import org.debye.learning.contrast.ContrastSettings;
import org.debye.learning.contrast.MomentumSettings;
import org.debye.learning.contrast.SupervisedContrast;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Views;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.train.EpochReport;
import org.debye.learning.train.Objective;
import org.debye.learning.train.Peaks;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.ThreadRanks;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.train.TrainingState;
import org.debye.learning.train.TrainingWatch;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Losses that compare records with one another, with records on several ranks. */
class PretrainingRanksTest {
  private static final int POINTS = 150;
  private static final RepresentationSettings SMALL = new RepresentationSettings(12, 4, 9, false);
  private static final Views JITTERED = new Views(AugmentationChain.of(Jitter.THESIS));

  /** What is trained. */
  enum Method {
    SUPERVISED_CONTRAST {
      @Override
      Objective on(WeightPlan plan) {
        return new SupervisedContrast(
            plan,
            RepresentationEncoder.build(plan.under("encoder"), SMALL),
            JITTERED,
            new ContrastSettings(6, 0.1));
      }
    },
    SPEC_RR {
      @Override
      Objective on(WeightPlan plan) {
        return selfSupervised(plan, 0, 5);
      }
    },
    SPEC_MOCO {
      @Override
      Objective on(WeightPlan plan) {
        return selfSupervised(plan, Double.POSITIVE_INFINITY, 5);
      }
    },
    SPEC_RR_MOCO {
      @Override
      Objective on(WeightPlan plan) {
        return selfSupervised(plan, 0.01, 5);
      }
    },
    SPEC_SELF_TIME {
      @Override
      Objective on(WeightPlan plan) {
        return selfSupervised(plan, 0, 0);
      }
    };

    abstract Objective on(WeightPlan plan);

    private static Objective selfSupervised(WeightPlan plan, double coefficient, int parts) {
      MomentumSettings momentum = new MomentumSettings(new ContrastSettings(6, 0.1), 20, 0.9);
      return new SelfSupervised(
          plan, SMALL, JITTERED, new SelfSupervisedSettings(coefficient, 3, 5, parts, momentum));
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void oneStepOfTwoRanksIsOneStepOfOneInSinglePrecision(Method method) {
    Run run = new Run(method::on, 1, 7, Precision.FLOAT32);

    Outcome alone = run.go(new Alone(), null, TrainingWatch.SILENT);
    List<Outcome> both = ThreadRanks.run(2, ranks -> run.go(ranks, null, TrainingWatch.SILENT));

    assertThat(both.get(0).values()).isEqualTo(both.get(1).values());
    assertThat(both.get(0).buffers()).isEqualTo(both.get(1).buffers());
    assertThat(farthest(both.get(0).values(), alone.values())).isLessThan(1e-5);
    assertThat(both.get(0).last().accuracy()).isEqualTo(alone.last().accuracy());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void thirtyStepsOfThreeRanksAreThoseOfOneInDoublePrecision(Method method) {
    Run run = new Run(method::on, 15, 8, Precision.FLOAT64);

    Outcome alone = run.go(new Alone(), null, TrainingWatch.SILENT);
    Outcome shared = ThreadRanks.run(3, ranks -> run.go(ranks, null, TrainingWatch.SILENT)).get(0);

    assertThat(alone.last().steps()).isEqualTo(30);
    assertThat(farthest(shared.values(), alone.values())).isLessThan(1e-8);
    assertThat(farthest(shared.buffers(), alone.buffers())).isLessThan(1e-8);
    assertThat(shared.last().loss()).isNotEqualTo(alone.reports().get(0).loss());
  }

  @Test
  void queueAndKeyEncoderAreResumedToTheBit() {
    Run run = new Run(Method.SPEC_RR_MOCO::on, 6, 8, Precision.FLOAT32);
    List<TrainingState> states = new ArrayList<>();
    Outcome whole = run.go(new Alone(), null, (report, state) -> states.add(state.get()));

    Outcome resumed = run.go(new Alone(), states.get(2), TrainingWatch.SILENT);

    assertThat(resumed.values()).isEqualTo(whole.values());
    assertThat(resumed.buffers()).isEqualTo(whole.buffers());
  }

  @Test
  void lossesOfTheTasksAddUpToTheLossOverAllRanks() {
    Run run = new Run(Method.SPEC_RR_MOCO::on, 3, 8, Precision.FLOAT64);
    Outcome alone = run.go(new Alone(), null, TrainingWatch.SILENT);
    Outcome shared = ThreadRanks.run(3, ranks -> run.go(ranks, null, TrainingWatch.SILENT)).get(0);
    for (int epoch = 0; epoch < 3; epoch++) {
      EpochReport report = shared.reports().get(epoch);
      assertThat(report.tasks().keySet())
          .containsExactly("inter_sample", "intra_sample", "external", "contrast");
      double sum = 0;
      for (var task : report.tasks().entrySet()) {
        sum += (task.getKey().equals("contrast") ? 0.01 : 1) * task.getValue();
        assertThat(task.getValue())
            .isCloseTo(
                Objects.requireNonNull(alone.reports().get(epoch).tasks().get(task.getKey())),
                within(1e-8));
      }
      assertThat(sum).isCloseTo(report.loss(), within(1e-12));
    }
    assertThat(
            new Run(Method.SPEC_MOCO::on, 1, 8, Precision.FLOAT64)
                .go(new Alone(), null, TrainingWatch.SILENT)
                .last()
                .tasks())
        .containsOnlyKeys("contrast");
  }

  private static double farthest(double[] one, double[] other) {
    double farthest = 0;
    for (int i = 0; i < one.length; i++) {
      farthest = Math.max(farthest, Math.abs(one[i] - other[i]));
    }
    return farthest;
  }

  private record Outcome(List<EpochReport> reports, double[] values, double[] buffers) {
    EpochReport last() {
      return reports.get(reports.size() - 1);
    }
  }

  /** A training that can be made again, by any number of ranks: 15 spectra, parts unequal. */
  private record Run(
      Function<WeightPlan, Objective> method, int epochs, int batch, Precision precision) {

    Outcome go(Collective ranks, @Nullable TrainingState from, TrainingWatch watch) {
      Examples examples = Peaks.sequences(15, 1, POINTS, 5);
      TrainingSettings settings =
          new TrainingSettings(
              epochs,
              batch,
              0.02,
              new OptimiserSettings.SgdSettings(0.9, 1e-4, false),
              new Schedule.WarmUpCosine(1, 0.5),
              Stopping.NEVER,
              7);
      WeightPlan plan = new WeightPlan();
      Objective objective = method.apply(plan);
      try (WeightBlock block =
          WeightBlock.allocate(plan, new Placement("cpu", precision)).initialise(3)) {
        List<EpochReport> reports =
            new Trainer(settings, objective, block, ranks).train(examples, null, from, watch);
        return new Outcome(
            reports, Numbers.doubles(block.values()), Numbers.doubles(block.buffers()));
      }
    }
  }
}
