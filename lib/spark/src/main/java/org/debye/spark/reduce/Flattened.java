package org.debye.spark.reduce;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The elements of lists, one after another. */
final class Flattened<T> implements Iterator<T> {
  private final Iterator<List<T>> lists;
  private Iterator<T> list = Collections.emptyIterator();

  Flattened(Iterator<List<T>> lists) {
    this.lists = lists;
  }

  @Override
  public boolean hasNext() {
    while (!list.hasNext() && lists.hasNext()) {
      list = lists.next().iterator();
    }
    return list.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return list.next();
  }
}
