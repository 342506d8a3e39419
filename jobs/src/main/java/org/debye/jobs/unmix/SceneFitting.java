package org.debye.jobs.unmix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.debye.jobs.Console;
import org.debye.jobs.scene.SceneInput;
import org.debye.numeric.RandomStreams;
import org.debye.unmixing.scene.EndmemberCount;
import org.debye.unmixing.scene.SceneComparison;
import org.debye.unmixing.scene.SceneMethod;
import org.debye.unmixing.scene.SceneResult;
import org.debye.unmixing.scene.SceneSettings;
import org.debye.unmixing.scene.SceneUnmixer;
import org.debye.unmixing.scene.SceneUnmixing;
import org.jspecify.annotations.Nullable;

/**
 * Unmixes a scene by one method after another.
 *
 * @param ids of the fits
 */
record SceneFitting(
    Console console,
    UnmixConfig config,
    SceneInput input,
    @Nullable SceneReference reference,
    Function<SceneMethod, String> ids) {

  SceneFits run(List<SceneMethod> methods) {
    Optional<SceneComparison> comparison = methods.isEmpty() ? Optional.empty() : compare();
    List<FoundScene> found = new ArrayList<>();
    List<FitTables.Failed> failed = new ArrayList<>();
    for (SceneMethod method : methods) {
      SceneSettings settings = config.settings(method);
      SceneSettings settled =
          comparison.map(compared -> compared.settle(settings)).orElse(settings);
      console.progress("debye: unmixing by " + FoundScene.methodName(method));
      long begun = System.nanoTime();
      SceneResult result =
          SceneUnmixer.unmix(input.scene(), settled, streams().under(method.name()));
      double seconds = (System.nanoTime() - begun) * 1e-9;
      if (result instanceof SceneResult.Unsolved unsolved) {
        failed.add(new FitTables.Failed(method, unsolved.flag()));
      } else {
        found.add(found((SceneUnmixing) result, seconds));
      }
    }
    return new SceneFits(found, failed, comparison);
  }

  private FoundScene found(SceneUnmixing solved, double seconds) {
    SceneMethod method = solved.settings().method();
    return new FoundScene(
        method,
        ids.apply(method),
        seconds,
        solved,
        reference,
        reference == null ? null : SceneScore.of(solved, reference));
  }

  /** Once for all methods; nothing where the number is known or counted otherwise. */
  private Optional<SceneComparison> compare() {
    if (!(config.endmembers().count() instanceof EndmemberCount.Compared range)) {
      return Optional.empty();
    }
    console.progress("debye: comparing %d to %d endmembers".formatted(range.least(), range.most()));
    return Optional.of(
        SceneUnmixer.compare(
            input.scene(),
            range,
            config.settings(config.methods().get(0)),
            streams().under("number of endmembers")));
  }

  private RandomStreams streams() {
    return RandomStreams.of(config.seed()).under("unmix");
  }
}
