package org.debye.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.augmentation.AngleWarp;
import org.debye.augmentation.Augmentation;
import org.debye.augmentation.AugmentationChain;
import org.debye.augmentation.AugmentedViews;
import org.debye.augmentation.EnergyShift;
import org.debye.augmentation.Jitter;
import org.debye.augmentation.MagnitudeWarp;
import org.debye.augmentation.Scaling;
import org.debye.augmentation.UnitRange;
import org.debye.augmentation.WindowSlice;
import org.debye.numeric.RandomStreams;

/** The pictures of augmentations, by the augmentations themselves. */
final class AugmentationGallery {
  private static final RandomStreams RECORD = RandomStreams.of(11).under("gallery").under(20);

  private AugmentationGallery() {}

  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("augmentations", each());
    all.put("augmentations-composed", composed());
    return all;
  }

  /** Figs 6.4 (a), 7.1 and 7.11, and the compositions of chapters 7 and 6. */
  static AugmentationPlot each() {
    WindowSlice slice = WindowSlice.THESIS;
    return figure(
        "mgfeo, frame 20: augmentations",
        List.of(
            panel("magnitude warp (0.3, 4 knots)", 15, MagnitudeWarp.THESIS),
            panel("angle warp (0.2, 8 knots)", 2, AngleWarp.THESIS),
            panel("window slice (80 %)", 3, slice),
            panel("scaling (0.1)", 4, Scaling.THESIS),
            panel("jitter (0.1)", 5, Jitter.THESIS),
            panel("energy shift (100 points)", 10, new EnergyShift(100)),
            panel("angle warp, magnitude warp", 9, AngleWarp.THESIS, MagnitudeWarp.THESIS),
            panel(
                "slice, angle warp, magnitude warp",
                7,
                slice,
                AngleWarp.THESIS,
                MagnitudeWarp.THESIS)));
  }

  /** Two orders of the same two, with the same draws of each view. */
  static AugmentationPlot composed() {
    return figure(
        "mgfeo, frame 20: the order matters",
        List.of(
            panel("window slice, then angle warp", 8, WindowSlice.THESIS, AngleWarp.THESIS),
            panel("angle warp, then window slice", 8, AngleWarp.THESIS, WindowSlice.THESIS)));
  }

  private static AugmentationPlot figure(String title, List<AxisCurve> augmented) {
    return new AugmentationPlot(
        title, ClassifierGallery.axis(), doubles(unitRange()), new ArrayList<>(augmented));
  }

  private static AxisCurve panel(String name, int round, Augmentation... inOrder) {
    return new AxisCurve(name, doubles(view(unitRange(), round, inOrder)));
  }

  private static float[] unitRange() {
    double[] spectrum = ClassifierGallery.spectrum(20);
    float[] values = new float[spectrum.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) spectrum[i];
    }
    return view(values, 0, new UnitRange());
  }

  private static float[] view(float[] spectrum, int round, Augmentation... inOrder) {
    AugmentationChain chain = AugmentationChain.of(inOrder);
    float[] out = new float[spectrum.length];
    new AugmentedViews(chain, 1)
        .write(spectrum, 0, RECORD, round, 0, out, 0, chain.scratch(spectrum.length));
    return out;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
