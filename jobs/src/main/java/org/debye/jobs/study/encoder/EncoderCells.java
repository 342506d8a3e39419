package org.debye.jobs.study.encoder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.debye.jobs.train.PretrainingOrders;
import org.debye.jobs.value.PlainName;
import org.debye.spark.training.NetworkOrder;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a study: each run of each method, for each encoder that it takes.
 *
 * @param runs of every method
 * @param seed of the first; the others count on
 * @param draws of labels by the seed of a run
 * @param study names the encoders
 * @param runId of the run that trains them
 */
record EncoderCells(
    EncoderTask task,
    int runs,
    long seed,
    LongFunction<List<LabelDraw>> draws,
    String study,
    String runId) {

  /**
   * Spectra that encoders learn from.
   *
   * @param without name of the dataset that is left out, or null
   * @param orders of these spectra
   * @param judged the draws of labels that they are judged by
   */
  record Encoder(
      @Nullable String without,
      PretrainingOrders orders,
      EncoderKeys keys,
      Predicate<LabelDraw> judged) {}

  /**
   * Lays them out.
   *
   * @param encoders the first of all spectra; methods that learn no encoder are laid out once
   */
  List<EncoderCell> of(List<EncoderVariant> variants, List<Encoder> encoders) {
    Map<Long, List<LabelDraw>> drawn = new HashMap<>();
    List<EncoderCell> cells = new ArrayList<>();
    for (EncoderVariant variant : variants) {
      for (int run = 0; run < runs; run++) {
        long own = seed + run;
        List<LabelDraw> all = drawn.computeIfAbsent(own, draws::apply);
        if (variant.method().pretrained().isEmpty()) {
          cells.add(new EncoderCell(task, variant, run, null, own, null, all));
          continue;
        }
        for (Encoder encoder : encoders) {
          List<LabelDraw> judged = all.stream().filter(encoder.judged()).toList();
          if (!judged.isEmpty()) {
            NetworkOrder order = order(encoder, variant, run);
            cells.add(new EncoderCell(task, variant, run, encoder.without(), own, order, judged));
          }
        }
      }
    }
    return cells;
  }

  private NetworkOrder order(Encoder encoder, EncoderVariant variant, int run) {
    String left = encoder.without() == null ? "" : ",without-" + PlainName.of(encoder.without());
    String folder = study + "/" + variant.id() + left + ",run-" + (run + 1);
    return encoder.orders().order(encoder.keys().of(variant, seed + run), folder, runId);
  }
}
