package org.debye.jobs.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
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

/** Spectra to principal components, clusters and the boundaries between them. */
public final class ExploreJob implements Job<ExploreConfig> {
  private static final String TABLES = "predictions, sweep_results, axes, runs";

  @Override
  public String name() {
    return "explore";
  }

  @Override
  public String summary() {
    return "spectra to principal components, spectral clusters and transition boundaries";
  }

  @Override
  public Class<ExploreConfig> config() {
    return ExploreConfig.class;
  }

  @Override
  public String example() {
    return "explore catalogue=tables spectra.dataset=ramp-7";
  }

  @Override
  public ExitCode run(JobContext context, ExploreConfig config) {
    Console console = context.console();
    SceneInput input = read(config);
    int[] known = config.labels().read(input.spectra());
    console.error(
        "debye: %,d spectra of %,d points in %s"
            .formatted(input.spectra(), input.points(), config.title()));
    Catalogue catalogue = Catalogue.at(config.catalogue());
    ExploreTables tables = new ExploreTables(catalogue, config, input, known);
    long begun = System.nanoTime();
    long cpu = cpuNanos();
    Explored found = new Exploration(console, config, input).run(known);
    double cpuSeconds = (cpuNanos() - cpu) * 1e-9;
    ExploreReport report = new ExploreReport(config, found);
    boolean before = tables.known();
    if (!before) {
      tables.write(found, report.warnings(), cpuSeconds, (System.nanoTime() - begun) * 1e-9);
    }
    show(console, report, before);
    console.line("tables    " + catalogue.location() + " (" + TABLES + ")");
    PictureFolder folder = new PictureFolder(catalogue, config.title());
    console.line(
        "figures   " + draw(folder, config, report, new ExploreFigures(config, input, found)));
    return ExitCode.DONE;
  }

  private static SceneInput read(ExploreConfig config) {
    return config.input() == null
        ? CatalogueScene.read(
            Catalogue.existing(config.catalogue()), config.spectra(), config.title())
        : config.scene().read(config.title(), ArrayFile.read(config.input()));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void show(Console console, ExploreReport report, boolean before) {
    console.line(report.components().text() + "\n");
    report.factors().ifPresent(table -> console.line(table.text() + "\n"));
    if (!report.found().targets().isEmpty()) {
      console.line(report.targets().text() + "\n");
    }
    console.line(report.clusters().text() + "\n");
    console.line(report.eigenvalues().text() + "\n");
    console.line(report.scores().text() + "\n");
    if (!report.found().series().isEmpty()) {
      console.line(report.boundaries().text() + "\n");
    }
    report.warnings().forEach(text -> console.line("warning   " + text));
    if (before) {
      console.line("unchanged the tables hold it from an earlier run");
    }
  }

  private static String draw(
      PictureFolder folder, ExploreConfig config, ExploreReport report, ExploreFigures figures) {
    try {
      folder.write("components", report.components());
      if (report.factors().isPresent()) {
        folder.write("factors", report.factors().get());
      }
      if (!report.found().targets().isEmpty()) {
        folder.write("targets", report.targets());
      }
      folder.write("clusters", report.clusters());
      folder.write("eigenvalues", report.eigenvalues());
      folder.write("scores", report.scores());
      if (!report.found().series().isEmpty()) {
        folder.write("boundaries", report.boundaries());
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
