package org.debye.jobs.unmix;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.scene.SceneConfig;
import org.debye.jobs.scene.SpectraConfig;
import org.debye.unmixing.scene.EndmemberCount;
import org.debye.unmixing.scene.Reduction;
import org.debye.unmixing.scene.SceneMethod;
import org.debye.unmixing.scene.SceneSettings;
import org.debye.unmixing.scene.SpectrumScaling;
import org.jspecify.annotations.Nullable;

/** Keys of {@code unmix}. */
public record UnmixConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "MATLAB 5 (.mat) or .npy file of spectra; left out, the spectra of the catalogue.")
        @Nullable String input,
    @Key(
            place = Key.Place.ANY,
            meaning =
                "Folder or URI of the tables: where the results go, and the spectra come from where"
                    + " no input is named.")
        String catalogue,
    @Key(meaning = "Name of the result in tables and figures; the input's file name when left out.")
        @Nullable String name,
    @Key(meaning = "Spectra.") SpectraConfig spectra,
    @Key(meaning = "Scene.") SceneConfig scene,
    @Key(meaning = "Reference.") ReferenceConfig reference,
    @Key(
            meaning =
                "Number of endmembers; or 2:6 to compare numbers by leave-one-out, which auto does"
                    + " with 2:6; or hysime for as many as the signal has dimensions.")
        EndmemberChoice endmembers,
    @Key(
            meaning =
                "Dimensions that the spectra are reduced to; one less than endmembers when left"
                    + " out.",
            unit = "1")
        @Nullable Integer dimensions,
    @Key(
            meaning =
                "What is done about brightness before: none, unit-sum for spectra measured on"
                    + " different scales, or unit-length.",
            byDefault = "none")
        SpectrumScaling scaling,
    @Key(meaning = "How spectra become points.", byDefault = "principal-components")
        Reduction reduction,
    @Key(
            meaning =
                "Methods to run, each with its own result: hmc, variational, n-findr, vca, sisal.",
            byDefault = "[hmc, n-findr]")
        List<SceneMethod> methods,
    @Key(meaning = "Inference.") InferenceConfig inference,
    @Key(
            meaning = "Seed of all randomness: equal settings give equal tables.",
            unit = "1",
            byDefault = "1")
        long seed,
    @Key(meaning = "Draw figures below CATALOGUE/figures/NAME.", byDefault = "true")
        boolean figures) {

  public UnmixConfig {
    InvalidValue.unless(
        !methods.isEmpty() && new HashSet<>(methods).size() == methods.size(),
        "methods",
        methods.isEmpty() ? "no method is named" : "a method is named twice",
        "Write methods=[hmc, n-findr].");
    InvalidValue.unless(
        name == null || name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as samson.");
    InvalidValue.unless(
        dimensions == null
            || !(endmembers.count() instanceof EndmemberCount.Known known)
            || dimensions >= known.endmembers() - 1,
        "dimensions",
        dimensions + " dimensions cannot hold " + endmembers + " endmembers that are all corners",
        "Write at least one less than endmembers, or leave it out.");
    InvalidValue.unless(
        dimensions == null || dimensions >= 1,
        "dimensions",
        dimensions + " is below 1",
        "Leave it out.");
  }

  /** The kernel's settings for one method. */
  SceneSettings settings(SceneMethod method) {
    return new SceneSettings(
        endmembers.count(),
        dimensions == null ? OptionalInt.empty() : OptionalInt.of(dimensions),
        scaling,
        reduction,
        method,
        inference.settings());
  }

  /** Name of the result. */
  String title() {
    return SceneConfig.title(name, input);
  }
}
