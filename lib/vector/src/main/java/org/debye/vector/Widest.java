package org.debye.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.debye.numeric.plane.PlaneComponents;
import org.debye.numeric.plane.SinglePlaneNormals;

/** The widest vectors of the machine, but no wider than the groups that kernels are given. */
final class Widest {
  static final VectorSpecies<Double> DOUBLES =
      DoubleVector.SPECIES_PREFERRED.length() > PlaneComponents.GROUP
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  static final VectorSpecies<Float> FLOATS =
      FloatVector.SPECIES_PREFERRED.length() > SinglePlaneNormals.GROUP
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private Widest() {}
}
