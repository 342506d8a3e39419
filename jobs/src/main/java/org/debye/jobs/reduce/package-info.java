/** The reduce job: its keys, its progress line and the pictures that it leaves. */
@NullMarked
package org.debye.jobs.reduce;

import org.jspecify.annotations.NullMarked;
