package org.debye.learning.layer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.collective.Collective;

/**
 * Representations of the records of all ranks, for losses that compare records with one another.
 * Each rank takes the terms of its own records; the gradient of every rank's terms reaches the rank
 * whose record it belongs to, so that the sum of the ranks' losses is minimised as one rank with
 * the whole batch would.
 *
 * @param all (B, ...), in the order of the whole batch, with a graph to this rank's
 * @param first place of this rank's first record
 * @param own how many records are this rank's
 */
public record SharedRecords(Tensor all, long first, long own) {

  /**
   * Shares them; every rank calls it, and every rank's loss must depend on the result.
   *
   * @param own (b, ...): this rank's, at least one; all extents but the first the same everywhere
   * @param pass of this batch
   */
  public static SharedRecords of(Tensor own, Pass pass) {
    Collective ranks = pass.ranks();
    if (ranks.size() == 1) {
      return new SharedRecords(own, 0, own.size(0));
    }
    List<Tensor> pieces = pieces(own, ranks);
    long first = 0;
    for (Tensor before : pieces.subList(0, ranks.rank())) {
      first += before.size(0);
    }
    pieces.set(ranks.rank(), own);
    Tensor all = joined(pieces);
    if (all.requires_grad()) {
      all.register_hook(pass.hold(new SummedGradient(ranks)));
    }
    return new SharedRecords(all, first, own.size(0));
  }

  /** The records of every rank, without a graph, in the order of the whole batch. */
  public static Tensor values(Tensor own, Pass pass) {
    Collective ranks = pass.ranks();
    return ranks.size() == 1 ? own.detach() : joined(pieces(own, ranks));
  }

  private static Tensor joined(List<Tensor> pieces) {
    return torch.cat(new TensorVector(pieces.toArray(new Tensor[0])), 0);
  }

  /** Those of each rank, without a graph. */
  private static List<Tensor> pieces(Tensor own, Collective ranks) {
    long[] counts = ranks.gather(own.size(0));
    Tensor gathered = gather(own.detach(), counts, ranks);
    long most = gathered.size(0) / ranks.size();
    List<Tensor> pieces = new ArrayList<>();
    for (int rank = 0; rank < counts.length; rank++) {
      pieces.add(gathered.narrow(0, rank * most, counts[rank]));
    }
    return pieces;
  }

  /** This rank's among all. */
  public Tensor ofThisRank() {
    return all.narrow(0, first, own);
  }

  /** How many there are on all ranks. */
  public long count() {
    return all.size(0);
  }

  /** Equal parts are gathered: shorter ones are filled up. */
  private static Tensor gather(Tensor own, long[] counts, Collective ranks) {
    long most = 0;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    if (own.size(0) == most) {
      return ranks.gather(own.contiguous());
    }
    Tensor filling =
        torch.zeros_like(own.narrow(0, 0, 1).expand(shape(own, most - own.size(0))).contiguous());
    return ranks.gather(torch.cat(new TensorVector(own, filling), 0));
  }

  private static long[] shape(Tensor like, long first) {
    long[] shape = new long[Math.toIntExact(like.dim())];
    shape[0] = first;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = like.size(i);
    }
    return shape;
  }
}
