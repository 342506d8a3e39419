package org.debye.learning.train;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.learning.optimise.Optimiser;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.WeightBlock;

/**
 * Everything that training goes on from, out of native memory. Bytes are little endian, in the
 * precision of the run.
 *
 * @param epoch that is done, from 0; -1 before the first
 * @param steps made
 * @param values all weights, in the order of the block
 * @param buffers all buffers
 * @param optimiser its state, by name
 * @param reports of the epochs so far
 * @param bestEpoch of the best validation; -1 without
 * @param bestValues weights of that epoch; empty without
 * @param bestBuffers buffers of that epoch
 */
public record TrainingState(
    int epoch,
    long steps,
    ByteBuffer values,
    ByteBuffer buffers,
    Map<String, ByteBuffer> optimiser,
    List<EpochReport> reports,
    int bestEpoch,
    ByteBuffer bestValues,
    ByteBuffer bestBuffers) {

  static TrainingState of(
      WeightBlock weights, Optimiser optimiser, List<EpochReport> reports, BestWeights best) {
    Map<String, ByteBuffer> memory = new LinkedHashMap<>();
    optimiser.state().forEach((name, tensor) -> memory.put(name, Numbers.bytes(tensor)));
    return new TrainingState(
        reports.size() - 1,
        optimiser.steps(),
        Numbers.bytes(weights.values()),
        Numbers.bytes(weights.buffers()),
        memory,
        List.copyOf(reports),
        best.epoch(),
        best.values(),
        best.buffers());
  }

  void putBack(WeightBlock weights, Optimiser optimiser) {
    Numbers.put(values, weights.values());
    Numbers.put(buffers, weights.buffers());
    optimiser.state().forEach((name, tensor) -> Numbers.put(memory(name), tensor));
    optimiser.resume(steps);
  }

  private ByteBuffer memory(String name) {
    ByteBuffer bytes = optimiser.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("the checkpoint's optimiser has no " + name);
    }
    return bytes;
  }
}
