package org.debye.jobs.study.encoder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.config.Binding;
import org.debye.jobs.config.ConfigBinder;
import org.debye.jobs.config.ConfigSources;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.train.ModelKind;
import org.debye.jobs.train.TrainConfig;

/** The keys of {@code train} that make an encoder of the study. */
record EncoderKeys(EncodersConfig config, String catalogue, List<String> datasets) {

  /** Those of a variant in a run. */
  TrainConfig of(EncoderVariant variant, long seed) {
    Map<String, String> keys = common(variant.method().pretrained().orElseThrow(), seed);
    if (!Double.isNaN(variant.coefficient())) {
      keys.put("pretraining.coefficient", Double.toString(variant.coefficient()));
    }
    if (!variant.augmentation().isEmpty()) {
      keys.put("pretraining.augmentation", list(List.of(variant.views().split("\\+", -1))));
    }
    return bound(keys);
  }

  /** Those that all encoders of the same spectra share. */
  TrainConfig shared() {
    return bound(common(ModelKind.SPECMOCO, 0));
  }

  /** Those of encoders that learn from these datasets. */
  EncoderKeys on(List<String> datasets) {
    return new EncoderKeys(config, catalogue, datasets);
  }

  private Map<String, String> common(ModelKind kind, long seed) {
    Map<String, String> keys = new TreeMap<>();
    add(keys, "spectra", config.spectra());
    add(keys, "pretraining", config.pretraining());
    add(keys, "optimiser", config.optimiser());
    add(keys, "schedule", config.schedule());
    keys.put("model", kind.key());
    keys.put("catalogue", catalogue);
    keys.put("split.kind", "none");
    keys.put("seed", Long.toString(seed));
    keys.put("epochs", Integer.toString(config.epochs()));
    keys.put("batch", Integer.toString(config.batch()));
    keys.put("checkpoint-every", Double.toString(config.checkpointEvery()));
    keys.put("scaling", config.scaling().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    keys.put("spectra.dataset", list(datasets));
    return keys;
  }

  private static void add(Map<String, String> keys, String section, Record values) {
    ConfigText.byKey(values).forEach((key, value) -> keys.put(section + "." + key, value));
  }

  private static String list(List<String> items) {
    return items.stream().map(one -> '"' + one + '"').collect(Collectors.joining(", ", "[", "]"));
  }

  private static TrainConfig bound(Map<String, String> keys) {
    ConfigSources words = new ConfigSources();
    keys.forEach((key, value) -> words.word(key + "=" + value));
    Binding<TrainConfig> binding = ConfigBinder.bind(TrainConfig.class, words);
    if (binding instanceof Binding.Rejected<TrainConfig> rejected) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "encoders",
          rejected.problems().stream().map(Object::toString).collect(Collectors.joining("; ")),
          "Set the keys below encoders as those of train are set.");
    }
    return ((Binding.Bound<TrainConfig>) binding).config();
  }
}
