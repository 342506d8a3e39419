/**
 * Kernels in vector instructions (JEP 414), with the same bits as their plain twins in {@code
 * org.debye.numeric}, which choose them where the Java machine has the module.
 */
@NullMarked
package org.debye.vector;

import org.jspecify.annotations.NullMarked;
