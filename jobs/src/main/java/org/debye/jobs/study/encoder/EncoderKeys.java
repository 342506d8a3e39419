package org.debye.jobs.study.encoder;

import java.util.List;
import java.util.Map;
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
record EncoderKeys(EncodersConfig config, String catalogue) {

  /** Those of a variant in a run. */
  TrainConfig of(EncoderVariant variant, long seed) {
    ConfigSources keys = common(variant.method().pretrained().orElseThrow(), seed);
    if (!Double.isNaN(variant.coefficient())) {
      keys.word("pretraining.coefficient=" + variant.coefficient());
    }
    if (!variant.augmentation().isEmpty()) {
      keys.word(
          "pretraining.augmentation=[" + String.join(", ", variant.views().split("\\+", -1)) + "]");
    }
    return bound(keys);
  }

  /** Those that all encoders share. */
  TrainConfig shared() {
    return bound(common(ModelKind.SPECMOCO, 0));
  }

  private ConfigSources common(ModelKind kind, long seed) {
    ConfigSources keys = new ConfigSources();
    keys.word("model=" + kind.key());
    keys.word("catalogue=" + catalogue);
    keys.word("split.kind=none");
    keys.word("seed=" + seed);
    keys.word("epochs=" + config.epochs());
    keys.word("batch=" + config.batch());
    keys.word("checkpoint-every=" + config.checkpointEvery());
    keys.word(
        "scaling=" + config.scaling().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    add(keys, "spectra", config.spectra(), "dataset");
    add(keys, "pretraining", config.pretraining(), "");
    add(keys, "optimiser", config.optimiser(), "");
    add(keys, "schedule", config.schedule(), "");
    List<String> datasets =
        config.pretrainOn().isEmpty() ? config.spectra().dataset() : config.pretrainOn();
    keys.word(
        "spectra.dataset="
            + datasets.stream()
                .map(one -> '"' + one + '"')
                .collect(Collectors.joining(", ", "[", "]")));
    return keys;
  }

  private static void add(ConfigSources keys, String section, Record values, String without) {
    for (Map.Entry<String, String> one : ConfigText.byKey(values).entrySet()) {
      if (!one.getKey().equals(without)) {
        keys.word(section + "." + one.getKey() + "=" + one.getValue());
      }
    }
  }

  private static TrainConfig bound(ConfigSources keys) {
    Binding<TrainConfig> binding = ConfigBinder.bind(TrainConfig.class, keys);
    if (binding instanceof Binding.Rejected<TrainConfig> rejected) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "encoders",
          rejected.problems().stream().map(Object::toString).collect(Collectors.joining("; ")),
          "Set the keys of encoders as those of train are set.");
    }
    return ((Binding.Bound<TrainConfig>) binding).config();
  }
}
