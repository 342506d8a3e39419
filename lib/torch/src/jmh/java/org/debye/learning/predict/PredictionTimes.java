package org.debye.learning.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.Libtorch;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.learning.checkpoint.CardAxis;
import org.debye.learning.checkpoint.CardOrigin;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.DataVersion;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.checkpoint.TrainingPrecision;
import org.debye.learning.checkpoint.TrainingRecord;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.storage.EncoderCard;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * Spectra a second of a network by the call that a facility embeds, baseline and scaling included:
 * 1,024 spectra of 4,023 points as one dataset, and one spectrum at a time; the median of so many
 * rounds.
 *
 * <pre>PredictionTimes NETWORK ROUNDS THREADS</pre>
 */
public final class PredictionTimes {
  private static final int POINTS = 4023;
  private static final int SPECTRA = 1024;

  private PredictionTimes() {}

  public static void main(String[] arguments) throws Exception {
    Libtorch.load();
    torch.set_num_threads(Integer.parseInt(arguments[2]));
    Path folder = Files.createTempDirectory("model");
    SpectralAxis axis = axis();
    write(Architecture.valueOf(arguments[0]), axis, folder);
    List<Spectrum> spectra = spectra();
    int rounds = Integer.parseInt(arguments[1]);
    double[] together = new double[rounds];
    double[] alone = new double[rounds];
    try (SpectraModel model = SpectraModel.open(new LocalFolderStore(folder), Placement.CPU)) {
      for (int r = -1; r < rounds; r++) {
        long begun = System.nanoTime();
        int answers = model.predict(axis, spectra, OtherAxis.REFUSE, "all").size();
        together[Math.max(0, r)] = (System.nanoTime() - begun) * 1e-9 / answers;
        begun = System.nanoTime();
        for (Spectrum one : spectra.subList(0, 64)) {
          answers += model.predict(axis, List.of(one), OtherAxis.REFUSE, "one").size();
        }
        alone[Math.max(0, r)] = (System.nanoTime() - begun) * 1e-9 / 64;
      }
    }
    Arrays.sort(together);
    Arrays.sort(alone);
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f spectra/s together; one alone takes %.3f ms%n",
        arguments[0],
        1 / together[rounds / 2],
        1e3 * alone[rounds / 2]);
  }

  private static SpectralAxis axis() {
    double[] points = new double[POINTS];
    Arrays.setAll(points, i -> 9.6 + 0.004 * i);
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, points);
  }

  private static List<Spectrum> spectra() {
    RandomStream random = RandomStreams.of(1).at("spectra");
    List<Spectrum> spectra = new ArrayList<>();
    for (int s = 0; s < SPECTRA; s++) {
      float[] intensity = new float[POINTS];
      for (int p = 0; p < POINTS; p++) {
        intensity[p] = (float) random.nextDouble();
      }
      spectra.add(new Spectrum(intensity, Spectrum.NONE, new float[POINTS]));
    }
    return spectra;
  }

  private static void write(Architecture architecture, SpectralAxis axis, Path folder) {
    EncoderCard network = new EncoderCard(architecture, new EncoderSettings(POINTS, 0), 2);
    WeightPlan plan = new WeightPlan();
    network.build(plan);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1)) {
      ModelCard card =
          new ModelCard(
              network.description(),
              List.of("before", "after"),
              CardAxis.of(axis),
              new SpectrumTreatment(BaselineUse.SUBTRACTED, IntensityScaling.UNIT_MAXIMUM),
              new DataVersion("", List.of(), ""),
              TrainingRecord.of(
                  NamedSettings.of(Map.of()), Map.of(), 0, 0, 1, TrainingPrecision.FLOAT32),
              new TreeMap<>(),
              CardOrigin.of(""));
      ModelFolder.at(new LocalFolderStore(folder))
          .save(new Checkpoint(card, NetworkArrays.of(block), Optional.empty()), 0);
    }
  }
}
