package org.debye.jobs.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.figures.Figure;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.export.SpectraWriter;
import org.debye.jobs.predict.ChosenModel;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.value.PlainName;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.explain.Explanation;
import org.debye.learning.predict.SpectraModel;
import org.debye.learning.weight.Placement;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.training.HadoopFolderStore;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.jspecify.annotations.Nullable;

/** A trained network and a dataset to pictures of what it looks at. */
public final class ExplainJob implements Job<ExplainConfig> {
  private static final int MOST_FRAMES = 1000;

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "what a trained network looks at: importance over the axis, attention, layer weights";
  }

  @Override
  public Class<ExplainConfig> config() {
    return ExplainConfig.class;
  }

  @Override
  public String example() {
    return "explain model=conv-sct catalogue=tables dataset=ramp-7";
  }

  @Override
  public ExitCode run(JobContext context, ExplainConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    Gathered spectra = Gathered.of(catalogue, config);
    HadoopSettings hadoop = HadoopSettings.ofProcess();
    List<ChosenModel> models = ChosenModel.of(catalogue, List.of(config.model()), hadoop);
    if (models.size() > 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "model",
          config.model() + " is " + models.stream().map(ChosenModel::name).toList(),
          "Name one of them.");
    }
    ChosenModel chosen = models.get(0);
    int place = spectra.place(config.frame());
    console.progress(
        "debye: %s looks at %,d spectra".formatted(chosen.name(), spectra.spectra.size()));
    Explanation explanation = explanation(config, chosen, spectra, place, hadoop);
    ExplainFigures figures =
        new ExplainFigures(chosen, spectra.name, spectra.numbers(), place, explanation);
    PictureFolder folder =
        new PictureFolder(catalogue, "explain/" + chosen.name() + "/" + spectra.file());
    try {
      folder.write("importance", figures.table());
      for (Map.Entry<String, Supplier<Figure>> figure : figures.all().entrySet()) {
        folder.draw(figure.getKey(), figure.getValue().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.line(figures.strongest().text());
    console.line("figures   " + folder.place());
    return ExitCode.DONE;
  }

  private static Explanation explanation(
      ExplainConfig config,
      ChosenModel chosen,
      Gathered spectra,
      int place,
      HadoopSettings hadoop) {
    try (SpectraModel model =
        SpectraModel.open(HadoopFolderStore.at(chosen.folder(), hadoop), Placement.CPU)) {
      return model
          .explain(
              spectra.axis(),
              spectra.spectra,
              config.resample() ? OtherAxis.RESAMPLE : OtherAxis.REFUSE,
              spectra.name,
              place)
          .orElseThrow(
              () ->
                  InputException.of(
                      FailureCode.INVALID_CONFIGURATION,
                      "model",
                      chosen.name() + " is no network: it has no gradients",
                      "Name one that train has made with a network as its model."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The spectra of one dataset. */
  private static final class Gathered implements SpectraWriter {
    private final List<Spectrum> spectra = new ArrayList<>();
    private final List<Long> frames = new ArrayList<>();
    private String name = "";
    private @Nullable SpectralAxis axis;

    static Gathered of(Catalogue catalogue, ExplainConfig config) {
      Gathered gathered = new Gathered();
      SpectraSelection selection =
          new SpectraSelection(catalogue, List.of(config.dataset()), config.frames());
      if (selection.datasets().size() > 1) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            "dataset",
            config.dataset() + " is several datasets",
            "Name one of them by its id.");
      }
      try {
        selection.writeTo(gathered);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (gathered.spectra.isEmpty() || gathered.spectra.size() > MOST_FRAMES) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            config.dataset(),
            gathered.spectra.size() + " spectra are chosen",
            "Choose between 1 and " + MOST_FRAMES + " with frames=from:to.");
      }
      return gathered;
    }

    @Override
    public void write(DatasetRow dataset, SpectrumRow row, SpectralAxis given) {
      name = dataset.name();
      axis = given;
      spectra.add(row.spectrum());
      frames.add(row.frame());
    }

    @Override
    public void close() {}

    SpectralAxis axis() {
      return java.util.Objects.requireNonNull(axis);
    }

    String file() {
      return PlainName.of(name);
    }

    long[] numbers() {
      return frames.stream().mapToLong(Long::longValue).toArray();
    }

    /** Of a frame among the spectra. */
    int place(@Nullable Long frame) {
      int place = frame == null ? frames.size() / 2 : frames.indexOf(frame);
      if (place < 0) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            "frame",
            "frame " + frame + " is not among those chosen",
            "Name one from " + frames.get(0) + " to " + frames.get(frames.size() - 1) + ".");
      }
      return place;
    }
  }
}
