@NullMarked
package org.debye.study;

import org.jspecify.annotations.NullMarked;
