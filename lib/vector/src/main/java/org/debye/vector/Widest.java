package org.debye.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.debye.numeric.PlaneComponents;

/** The widest vectors of the machine, but no wider than the groups that kernels are given. */
final class Widest {
  static final VectorSpecies<Double> DOUBLES =
      DoubleVector.SPECIES_PREFERRED.length() > PlaneComponents.GROUP
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  private Widest() {}
}
