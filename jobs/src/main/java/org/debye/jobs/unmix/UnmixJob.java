package org.debye.jobs.unmix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.debye.failure.InputException;
import org.debye.figures.Figure;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.TextTable;
import org.debye.numeric.RandomStreams;
import org.debye.provenance.Digest;
import org.debye.spark.table.Catalogue;
import org.debye.unmixing.scene.EndmemberCount;
import org.debye.unmixing.scene.SceneComparison;
import org.debye.unmixing.scene.SceneFlag;
import org.debye.unmixing.scene.SceneMethod;
import org.debye.unmixing.scene.SceneResult;
import org.debye.unmixing.scene.SceneSettings;
import org.debye.unmixing.scene.SceneUnmixer;
import org.debye.unmixing.scene.SceneUnmixing;
import org.jspecify.annotations.Nullable;

/** Spectra to endmembers and abundances, with their uncertainty: read, infer, write, draw. */
public final class UnmixJob implements Job<UnmixConfig> {
  @Override
  public String name() {
    return "unmix";
  }

  @Override
  public String summary() {
    return "spectra to endmembers and abundances with bands: posterior, N-FINDR, VCA, SISAL";
  }

  @Override
  public Class<UnmixConfig> config() {
    return UnmixConfig.class;
  }

  @Override
  public String example() {
    return "unmix input=scene.mat scene.layout=spectra-in-columns endmembers=3 catalogue=tables";
  }

  @Override
  public ExitCode run(JobContext context, UnmixConfig config) {
    Console console = context.console();
    ArrayFile file = config.input() == null ? null : ArrayFile.read(config.input());
    SceneInput input = read(config, file);
    SceneReference reference = config.reference().read(input, file);
    console.error(
        "debye: %,d spectra of %,d points in %s"
            .formatted(input.spectra(), input.points(), config.title()));
    Optional<SceneComparison> comparison = compare(console, config, input);
    List<FoundScene> found = new ArrayList<>();
    for (SceneMethod method : config.methods()) {
      SceneSettings settings = config.settings(method);
      SceneSettings settled =
          comparison.map(compared -> compared.settle(settings)).orElse(settings);
      unmix(console, config, input, reference, settled, found);
    }
    if (found.isEmpty()) {
      return ExitCode.SOME_FAILED;
    }
    Catalogue catalogue = Catalogue.at(config.catalogue());
    new FitTables(catalogue, config).write(input, found);
    List<TextTable> tables =
        new ArrayList<>(List.of(UnmixTables.endmembers(found), UnmixTables.methods(found)));
    comparison.ifPresent(compared -> tables.add(ComparisonTable.of(compared)));
    tables.forEach(table -> console.line(table.text() + "\n"));
    found.forEach(one -> warn(console, one.method(), one.result().flags()));
    comparison.ifPresent(
        compared ->
            compared
                .comparison()
                .doubts()
                .forEach(doubt -> console.line("warning   number of endmembers: " + doubt)));
    console.line("tables    " + catalogue.location() + " (endmembers, abundances, axes, runs)");
    console.line("figures   " + draw(catalogue, config, tables, new UnmixFigures(input, found)));
    return found.size() < config.methods().size() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  private static SceneInput read(UnmixConfig config, @Nullable ArrayFile file) {
    return file == null
        ? CatalogueScene.read(
            Catalogue.existing(config.catalogue()), config.spectra(), config.title())
        : config.scene().read(config.title(), file);
  }

  /** Once for all methods; nothing where the number is known or counted otherwise. */
  private static Optional<SceneComparison> compare(
      Console console, UnmixConfig config, SceneInput input) {
    if (!(config.endmembers().count() instanceof EndmemberCount.Compared range)) {
      return Optional.empty();
    }
    console.progress("debye: comparing %d to %d endmembers".formatted(range.least(), range.most()));
    return Optional.of(
        SceneUnmixer.compare(
            input.scene(),
            range,
            config.settings(config.methods().get(0)),
            RandomStreams.of(config.seed()).under("unmix").under("number of endmembers")));
  }

  private static void unmix(
      Console console,
      UnmixConfig config,
      SceneInput input,
      @Nullable SceneReference reference,
      SceneSettings settings,
      List<FoundScene> found) {
    SceneMethod method = settings.method();
    console.progress("debye: unmixing by " + FoundScene.methodName(method));
    SceneResult result =
        SceneUnmixer.unmix(
            input.scene(),
            settings,
            RandomStreams.of(config.seed()).under("unmix").under(method.name()));
    if (result instanceof SceneResult.Unsolved unsolved) {
      warn(console, method, List.of(unsolved.flag()));
    } else {
      SceneUnmixing solved = (SceneUnmixing) result;
      found.add(
          new FoundScene(
              method,
              fitId(config, method),
              solved,
              reference,
              reference == null ? null : SceneScore.of(solved, reference)));
    }
  }

  private static void warn(Console console, SceneMethod method, List<SceneFlag> flags) {
    for (SceneFlag flag : flags) {
      console.line("warning   " + FoundScene.methodName(method) + ": " + flag.message());
    }
  }

  /** Name, method and a digest of what decides the numbers. */
  private static String fitId(UnmixConfig config, SceneMethod method) {
    Digest digest = new Digest();
    for (String line : ConfigText.of(config).split("\n", -1)) {
      if (!line.startsWith("catalogue:")
          && !line.startsWith("figures:")
          && !line.startsWith("methods:")) {
        digest.add(line);
      }
    }
    return config.title() + "/" + FoundScene.methodName(method) + "/" + digest.hex();
  }

  private static String draw(
      Catalogue catalogue, UnmixConfig config, List<TextTable> tables, UnmixFigures figures) {
    PictureFolder folder = new PictureFolder(catalogue, config.title());
    try {
      folder.write("endmembers", tables.get(0));
      folder.write("methods", tables.get(1));
      if (tables.size() > 2) {
        folder.write("comparison", tables.get(2));
      }
      if (!config.figures()) {
        return folder.place() + " (tables alone; figures=false)";
      }
      for (Map.Entry<String, Supplier<Figure>> figure : figures.all().entrySet()) {
        folder.draw(figure.getKey(), figure.getValue().get());
      }
      return folder.place();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputException e) {
      return folder.place() + " (none drawn: " + e.getMessage() + ")";
    }
  }
}
