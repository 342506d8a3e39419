package org.debye.spark.training;

import java.io.Serializable;
import java.util.Map;
import org.apache.spark.resource.ResourceInformation;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Where a rank computes.
 *
 * @param index of the device, as the executor's process counts them; 0 for the CPU
 */
public record RankDevice(Kind kind, int index) implements Serializable {
  /** Kinds of devices that libtorch is built for here. */
  public enum Kind {
    CPU,
    CUDA
  }

  /** What Spark has given the task: the first address of its resource "gpu", or else the CPU. */
  static RankDevice of(Map<String, ResourceInformation> resources) {
    ResourceInformation gpu = resources.get("gpu");
    if (gpu == null || gpu.addresses().length == 0) {
      return new RankDevice(Kind.CPU, 0);
    }
    try {
      return new RankDevice(Kind.CUDA, Integer.parseInt(gpu.addresses()[0].strip()));
    } catch (NumberFormatException e) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "spark.executor.resource.gpu",
          "the discovery script names a GPU " + gpu.addresses()[0] + ", which is no index",
          "Let the script print the indices of the GPUs, as Spark's getGpusResources.sh does.",
          e);
    }
  }

  /** As libtorch names it: {@code cpu}, {@code cuda:1}. */
  public String torchName() {
    return kind == Kind.CPU ? "cpu" : "cuda:" + index;
  }
}
