package org.debye.jobs.unmix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
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
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.scene.ArrayFile;
import org.debye.jobs.scene.CatalogueScene;
import org.debye.jobs.scene.SceneInput;
import org.debye.spark.table.Catalogue;
import org.debye.unmixing.scene.SceneMethod;
import org.jspecify.annotations.Nullable;

/** Spectra to endmembers and abundances, with their uncertainty: read, infer, write, draw. */
public final class UnmixJob implements Job<UnmixConfig> {
  private static final String TABLES = "endmembers, abundances, draws, sweep_results, axes, runs";

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
    Catalogue catalogue = Catalogue.at(config.catalogue());
    PictureFolder folder = new PictureFolder(catalogue, config.title());
    FitTables tables = new FitTables(catalogue, config, input);
    Map<SceneMethod, FitSummary> fits = new EnumMap<>(tables.known(folder));
    int before = fits.size();
    List<SceneMethod> missing =
        config.methods().stream().filter(method -> !fits.containsKey(method)).toList();
    SceneFits made =
        new SceneFitting(console, config, input, reference, tables::fitId).run(missing);
    if (!missing.isEmpty()) {
      tables.write(made.found(), made.failed());
    }
    made.found().forEach(one -> fits.put(one.method(), FitSummary.of(one)));
    List<FitSummary> all =
        config.methods().stream()
            .flatMap(method -> Optional.ofNullable(fits.get(method)).stream())
            .toList();
    report(console, all, made, before);
    console.line("tables    " + catalogue.location() + " (" + TABLES + ")");
    console.line(
        "figures   " + draw(folder, config, all, made, new UnmixFigures(input, made.found())));
    return made.failed().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private static SceneInput read(UnmixConfig config, @Nullable ArrayFile file) {
    return file == null
        ? CatalogueScene.read(
            Catalogue.existing(config.catalogue()), config.spectra(), config.title())
        : config.scene().read(config.title(), file);
  }

  private static void report(Console console, List<FitSummary> fits, SceneFits made, int before) {
    if (!fits.isEmpty()) {
      console.line(UnmixTables.endmembers(fits).text() + "\n");
      console.line(UnmixTables.methods(fits).text() + "\n");
    }
    made.comparison().ifPresent(one -> console.line(ComparisonTable.of(one).text() + "\n"));
    fits.forEach(fit -> fit.warnings().forEach(text -> warn(console, fit.method(), text)));
    made.failed()
        .forEach(one -> warn(console, FoundScene.methodName(one.method()), one.flag().message()));
    made.comparison()
        .ifPresent(
            compared ->
                compared
                    .comparison()
                    .doubts()
                    .forEach(doubt -> warn(console, "number of endmembers", doubt)));
    if (before > 0) {
      console.line("unchanged " + before + (before == 1 ? " fit" : " fits") + " of an earlier run");
    }
  }

  private static void warn(Console console, String of, String text) {
    console.line("warning   " + of + ": " + text);
  }

  private static String draw(
      PictureFolder folder,
      UnmixConfig config,
      List<FitSummary> fits,
      SceneFits made,
      UnmixFigures figures) {
    try {
      if (!fits.isEmpty()) {
        folder.write("endmembers", UnmixTables.endmembers(fits));
        folder.write("methods", UnmixTables.methods(fits));
      }
      if (made.comparison().isPresent()) {
        folder.write("comparison", ComparisonTable.of(made.comparison().get()));
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
