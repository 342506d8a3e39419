@NullMarked
package org.debye.evaluation;

import org.jspecify.annotations.NullMarked;
