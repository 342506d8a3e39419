package org.debye.jobs.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Each job once, on tiny inputs, in an order in which each finds what it needs.
 *
 * @param input URI of the folder with raw files (test/golden/mixed_folder.py) and text
 * @param catalogue URI of the tables
 * @param output local folder of exports and of raw simulations
 */
record EveryJob(String input, String catalogue, String output) {

  /** Command lines and how each ends. */
  List<Words> all() {
    List<Words> all = new ArrayList<>();
    tables(all);
    models(all);
    all.add(done("export", "format=csv", "dataset=D1-*", "output=" + output + "/d1.csv"));
    all.add(done("export", "format=parquet", "dataset=b-*", "output=" + output + "/parquet"));
    all.add(done("export", "format=stan-csv", "study=unmixed", "output=" + output + "/chains"));
    return all;
  }

  private void tables(List<Words> all) {
    all.add(
        new Words(
            0,
            List.of(
                "simulate", "recipe=raw-ramp", "seed=1", "frames=1", "output=" + output + "/raw")));
    all.add(done("simulate", "recipe=ramp", "seed=1", "dataset=[D1, D3]", "rebin=40"));
    // Three: datasets that cannot be reduced are rows, the same on every cluster.
    all.add(
        new Words(
            3,
            List.of(
                "reduce",
                "catalogue=" + catalogue,
                "input=" + input + "/raw",
                "geometry.poni=" + input + "/raw/geometry.poni",
                "integration.points=60",
                "integration.unit=q_nm^-1",
                "integration.error-model=poisson",
                "figures.max-datasets=1")));
    all.add(done("import", "input=" + input + "/text", "axis.kind=2th_deg"));
    all.add(
        done(
            "duplicates",
            "dataset=D*",
            "nearer-than=5",
            "output=" + catalogue + "-without",
            "name=near"));
    all.add(
        done(
            "explore",
            "name=explored",
            "spectra.dataset=D1-*",
            "transition.stability=false",
            "figures=false"));
    all.add(
        done(
            "unmix",
            "name=unmixed",
            "spectra.dataset=D1-*",
            "endmembers=2",
            "methods=[n-findr, hmc]",
            "inference.starts=1",
            "inference.warmup=60",
            "inference.min-ess=10",
            "inference.max-draws=100",
            "inference.most-spectra=30",
            "figures=false"));
    all.add(
        done(
            "fit",
            "name=fitted",
            "dataset=D1-*",
            "references.dataset=D3-*",
            "references.frames=0:1",
            "e0=15",
            "range=-3:3",
            "figures=false"));
    all.add(
        done(
            "sweep",
            "name=swept",
            "seed=3",
            "unmixing.grid.alpha1=[0.5, 2]",
            "unmixing.grid.sigma=0.1",
            "unmixing.model.observations=30",
            "unmixing.methods.hmc=0",
            "unmixing.methods.vi=1",
            "unmixing.methods.n-findr=2",
            "unmixing.vi.iterations=60",
            "figures=false"));
  }

  private void models(List<Words> all) {
    all.add(
        done(
            "train",
            "model=fcnn",
            "name=net",
            "spectra.dataset=D1-*",
            "split.kind=none",
            "epochs=3",
            "batch=20",
            "ranks=2",
            "figures=false"));
    all.add(
        done(
            "train",
            "model=supervised-contrast",
            "name=encoder",
            "spectra.dataset=D1-*",
            "split.kind=none",
            "pretraining.width=16",
            "pretraining.channels=4",
            "pretraining.places=12",
            "pretraining.dimension=8",
            "epochs=2",
            "batch=30",
            "figures=false"));
    all.add(done("evaluate", "model=net", "figures=false"));
    all.add(done("predict", "model=net", "dataset=D3-*", "figures=false"));
    all.add(done("explain", "model=net", "dataset=D3-*", "frames=0:5"));
    all.add(done("represent", "model=encoder", "dataset=D*", "figures=false"));
    all.add(
        done(
            "probe",
            "encoder=encoder",
            "learnt=D1-*",
            "asked=D3-*",
            "heads.number-epochs=3",
            "heads.position-epochs=3",
            "heads.region-epochs=3",
            "figures=false"));
  }

  private Words done(String job, String... words) {
    List<String> all = new ArrayList<>(List.of(job, "catalogue=" + catalogue));
    all.addAll(List.of(words));
    return new Words(0, all);
  }

  /**
   * A command line.
   *
   * @param code with which it ends
   */
  record Words(int code, List<String> words) {}
}
