/**
 * Mixtures of normals in the plane by the thousand components, as quadrature over abundances makes
 * them: in double precision, and in single precision where a sampler corrects what that lacks.
 */
@NullMarked
package org.debye.numeric.plane;

import org.jspecify.annotations.NullMarked;
