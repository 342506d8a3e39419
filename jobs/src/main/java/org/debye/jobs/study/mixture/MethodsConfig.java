package org.debye.jobs.study.mixture;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code unmixing.methods}: how often each method starts on each dataset. */
public record MethodsConfig(
    @Key(
            meaning = "Chains of Hamiltonian Monte Carlo; the best is kept. 0 leaves it out.",
            unit = "starts",
            byDefault = "3")
        int hmc,
    @Key(
            meaning = "Starts of mean-field variational inference; the best is kept.",
            unit = "starts",
            byDefault = "10")
        int vi,
    @Key(
            meaning = "Starts of variational inference with a low-rank covariance.",
            unit = "starts",
            byDefault = "0")
        int viLowRank,
    @Key(
            meaning = "Starts of variational inference with a full covariance.",
            unit = "starts",
            byDefault = "0")
        int viFullRank,
    @Key(
            meaning =
                "Starts of variational inference by conditional blocks: correlated globals, and"
                    + " abundances that follow them.",
            unit = "starts",
            byDefault = "0")
        int viBlocks,
    @Key(
            meaning = "Seeds of N-FINDR, whose results are averaged.",
            unit = "seeds",
            byDefault = "10")
        int nFindr,
    @Key(meaning = "Seeds of vertex component analysis.", unit = "seeds", byDefault = "0") int vca,
    @Key(meaning = "Starts of SISAL, the minimum-volume simplex.", unit = "starts", byDefault = "0")
        int sisal) {
  private static final int MOST = 1000;

  public MethodsConfig {
    within("hmc", hmc);
    within("vi", vi);
    within("viLowRank", viLowRank);
    within("viFullRank", viFullRank);
    within("viBlocks", viBlocks);
    within("nFindr", nFindr);
    within("vca", vca);
    within("sisal", sisal);
    InvalidValue.unless(
        List.of(hmc, vi, viLowRank, viFullRank, viBlocks, nFindr, vca, sisal).stream()
            .anyMatch(n -> n > 0),
        "",
        "no method has a start",
        "Set unmixing.methods.hmc=3, for example.");
  }

  private static void within(String name, int starts) {
    InvalidValue.unless(
        starts >= 0 && starts <= MOST,
        name,
        starts + " is not within 0 and " + MOST,
        "Write 0 to leave the method out.");
  }
}
