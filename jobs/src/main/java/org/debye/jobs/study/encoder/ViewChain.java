package org.debye.jobs.study.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.train.AugmentationKind;

/**
 * Augmentations one after another.
 *
 * @param steps in this order
 */
public record ViewChain(List<AugmentationKind> steps) {
  public ViewChain {
    steps = List.copyOf(steps);
  }

  /** Reads {@code window-slice+angle-warp}. */
  public static ViewChain parse(String text) {
    List<String> known =
        Arrays.stream(AugmentationKind.values()).map(AugmentationKind::key).toList();
    List<String> words = List.of(text.split("\\+", -1));
    for (String word : words) {
      InvalidValue.unless(
          known.contains(word),
          "",
          "not a chain of augmentations: '" + word + "' is none",
          "Write some of " + known + ", joined by +.");
    }
    return new ViewChain(
        words.stream()
            .map(word -> AugmentationKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList());
  }

  @Override
  public String toString() {
    return steps.stream().map(AugmentationKind::key).collect(Collectors.joining("+"));
  }
}
