package org.debye.learning.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.classification.ClassLabels;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.Weighting;
import org.debye.classification.convolution.Hydra;
import org.debye.classification.convolution.MiniRocket;
import org.debye.classification.endmember.EndmemberClassifier;
import org.debye.classification.forest.DecisionForest;
import org.debye.classification.ridge.ConvolutionRidge;
import org.debye.classification.ridge.RidgeClassifier;
import org.debye.classification.storage.ClassifierKind;
import org.debye.classification.subspace.CentredComponents;
import org.debye.classification.subspace.ComponentSoftmax;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.learning.checkpoint.CardAxis;
import org.debye.learning.checkpoint.CardOrigin;
import org.debye.learning.checkpoint.Checkpoint;
import org.debye.learning.checkpoint.DataVersion;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.NamedSettings;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.checkpoint.TrainingPrecision;
import org.debye.learning.checkpoint.TrainingRecord;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;

/** Models of every kind, as training would store them. */
public final class StoredModels {
  public static final int POINTS = 640;
  public static final List<String> CLASSES = List.of("before", "during", "after");

  private StoredModels() {}

  /** The axis of all of them. */
  public static SpectralAxis axis() {
    double[] values = new double[POINTS];
    Arrays.setAll(values, i -> 3 + i * 0.05);
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }

  /** A model that takes spectra as they are. */
  public static Checkpoint checkpoint(Architecture architecture, StateDict weights) {
    ModelCard card =
        new ModelCard(
            architecture,
            CLASSES,
            CardAxis.of(axis()),
            new SpectrumTreatment(BaselineUse.KEPT, IntensityScaling.NONE),
            new DataVersion("file:///data/catalogue", List.of("D1"), "0123456789abcdef"),
            TrainingRecord.of(
                NamedSettings.of(Map.of()),
                Map.of("training", 1L),
                1,
                1,
                1,
                TrainingPrecision.FLOAT32),
            new TreeMap<>(),
            CardOrigin.of("run"));
    return new Checkpoint(card, weights, Optional.empty());
  }

  /** A classifier that is no network, and has learnt something. */
  public static FittedClassifier fitted(ClassifierKind kind) {
    LabelledSpectra spectra = spectra();
    RidgeClassifier ridge = RidgeClassifier.standard(Weighting.EVEN);
    return switch (kind) {
      case MINIROCKET_RIDGE ->
          new ConvolutionRidge.MiniRocketRidge(new MiniRocket(168, 32), ridge, 1).fit(spectra);
      case HYDRA_RIDGE -> new ConvolutionRidge.HydraRidge(new Hydra(4, 4), ridge, 1).fit(spectra);
      case COMPONENT_SOFTMAX ->
          new ComponentSoftmax(
              CentredComponents.of(spectra.intensities(), POINTS, 2, 1),
              new double[] {1, -1, 0.3, 0.5, 1.0 / 3, -2},
              new double[] {0.1, -0.1, 0.2});
      case DECISION_FOREST ->
          new DecisionForest(
              POINTS,
              3,
              new int[] {0},
              new int[] {3, -1, -1},
              new double[] {0.2, 0, 0},
              new int[] {1, 0, 0},
              new int[] {2, 0, 0},
              new double[] {0, 0, 0, 0.3, 0.6, 0.1, 0.7, 0.1, 0.2});
      case CLASS_ENDMEMBERS -> new EndmemberClassifier().fit(spectra);
    };
  }

  /** Thirty spectra with a peak at one of three places, in noise. */
  public static LabelledSpectra spectra() {
    RandomStream random = RandomStreams.of(2).at("stored models");
    float[] values = new float[30 * POINTS];
    int[] labels = new int[30];
    for (int i = 0; i < values.length; i++) {
      labels[i / POINTS] = i / POINTS % 3;
      double x = (i % POINTS - 40 * (1 + labels[i / POINTS])) / 4.0;
      values[i] = (float) (Math.exp(-x * x) + 0.1 * random.nextDouble());
    }
    return new LabelledSpectra(POINTS, values, new ClassLabels(CLASSES, labels));
  }
}
