package org.debye.study;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.debye.unmixing.posterior.HmcChain;

/**
 * Chains of this JVM that were compared, so that the one that is kept need not begin again: of each
 * dataset the likeliest so far, for as long as there is memory for it. Who finds none here runs it
 * again, to the same draws.
 */
final class ComparedChains {
  private static final Map<StudyDataset, SoftReference<Likeliest>> CHAINS =
      new ConcurrentHashMap<>();

  private record Likeliest(Name name, HmcChain chain, double meanLogLikelihood) {}

  /** What makes chains equal. */
  private record Name(int start, StudySettings settings) {
    static Name of(StudyCell cell) {
      return new Name(cell.start(), cell.settings());
    }
  }

  private ComparedChains() {}

  /** Keeps a chain if it is the likeliest of its dataset. Who offers it must not use it again. */
  static void offer(StudyCell cell, HmcChain chain, double meanLogLikelihood) {
    Likeliest offered = new Likeliest(Name.of(cell), chain, meanLogLikelihood);
    CHAINS.compute(
        cell.dataset(),
        (dataset, before) -> {
          Likeliest other = before == null ? null : before.get();
          boolean keeps =
              other != null
                  && other.name().settings().equals(cell.settings())
                  && other.meanLogLikelihood() >= meanLogLikelihood;
          return keeps ? before : new SoftReference<>(offered);
        });
  }

  /** Takes the chain that a cell goes on with away, if it is there. */
  static Optional<HmcChain> take(StudyCell cell) {
    SoftReference<Likeliest> reference = CHAINS.remove(cell.dataset());
    Likeliest found = reference == null ? null : reference.get();
    return found != null && found.name().equals(Name.of(cell))
        ? Optional.of(found.chain())
        : Optional.empty();
  }
}
