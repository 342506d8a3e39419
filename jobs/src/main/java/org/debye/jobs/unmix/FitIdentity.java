package org.debye.jobs.unmix;

import java.util.List;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.scene.SceneInput;
import org.debye.provenance.Digest;
import org.debye.unmixing.scene.EndmemberCount;
import org.debye.unmixing.scene.SceneMethod;

/**
 * What a fit is recognised by: name, method, and a digest of the spectra and of the keys that the
 * method listens to. Equal ids stand for equal numbers.
 */
final class FitIdentity {
  /** Raised when the same keys come to mean other numbers. */
  static final int MEANING = 1;

  /** Where things are, and what is shown of them. The spectra themselves are digested. */
  private static final List<String> OF_NO_CONSEQUENCE =
      List.of("input:", "catalogue:", "figures:", "methods:", "name:");

  private static final String OF_POSTERIORS = "inference.";

  private final UnmixConfig config;
  private final String spectra;

  FitIdentity(UnmixConfig config, SceneInput input) {
    this.config = config;
    Digest digest =
        new Digest().add(input.axis().id()).add(input.points()).add(input.scene().values());
    for (SceneInput.Place place : input.places()) {
      digest.add(place.datasetId()).add(place.frame());
    }
    spectra = digest.hex();
  }

  /** {@code samson/hmc/0123456789abcdef}. */
  String of(SceneMethod method) {
    Digest digest = new Digest().add((long) MEANING).add(spectra);
    for (String line : ConfigText.of(config).split("\n", -1)) {
      boolean counts =
          OF_NO_CONSEQUENCE.stream().noneMatch(line::startsWith)
              && (method.bayesian() || !line.startsWith(OF_POSTERIORS) || compared());
      if (counts) {
        digest.add(line);
      }
    }
    return config.title() + "/" + FoundScene.methodName(method) + "/" + digest.hex();
  }

  /** A comparison of numbers of endmembers listens to some keys of inference. */
  private boolean compared() {
    return config.endmembers().count() instanceof EndmemberCount.Compared;
  }
}
