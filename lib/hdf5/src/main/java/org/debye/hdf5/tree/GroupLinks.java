package org.debye.hdf5.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.HeaderMessage;
import org.debye.hdf5.format.RecordTree;

/**
 * The members of a group: symbol tables (v1 B-tree, symbol nodes, local heap), compact link
 * messages and dense links (HDF5 File Format Specification III.A-D, IV.A.2.c, d, g, r).
 */
final class GroupLinks {
  private static final int TREE_TYPE_LINKS = 5;

  private final Hdf5File file;
  private final Map<String, Link> links = new TreeMap<>();
  private final Set<Long> seen = new HashSet<>();
  private long namesLeft;

  private GroupLinks(Hdf5File file) {
    this.file = file;
  }

  static Map<String, Link> of(Hdf5File file, List<HeaderMessage> messages) {
    GroupLinks group = new GroupLinks(file);
    for (HeaderMessage message : messages) {
      FieldReader body = file.fields(message.body(), "message");
      switch (message.type()) {
        case HeaderMessage.SYMBOL_TABLE -> group.symbolTable(body.address(), body.address());
        case HeaderMessage.LINK -> group.message(body);
        case HeaderMessage.LINK_INFO -> group.dense(body);
        default -> {}
      }
    }
    return group.links;
  }

  private void symbolTable(long tree, long heap) {
    FieldReader head = file.fields(heap, 8 + 2L * lengthSize() + offsetSize(), "structure");
    head.signature("HEAP");
    head.skip(4);
    long size = head.length();
    head.skip(lengthSize());
    byte[] names = Blocks.bytes(file.fields(head.address(), size, "local heap"), size);
    // Names do not lie over each other in the heap, so together they are no longer than it.
    namesLeft = names.length;
    treeNode(tree, names, 64);
  }

  private void treeNode(long address, byte[] names, int levels) {
    if (levels == 0 || !seen.add(address)) {
      throw Blocks.corrupt(file, "a group's tree has a cycle");
    }
    FieldReader head = file.fields(address, 8 + 2L * offsetSize(), "structure");
    head.signature("TREE");
    int type = head.u8();
    int level = head.u8();
    int entries = head.u16();
    if (type != 0) {
      throw Blocks.corrupt(file, "a group's tree is of type " + type);
    }
    long start = 8 + 2L * offsetSize();
    long pair = (long) lengthSize() + offsetSize();
    FieldReader body = file.fields(address + start, entries * pair, "structure");
    for (int i = 0; i < entries; i++) {
      body.skip(lengthSize());
      long child = body.address();
      if (level > 0) {
        treeNode(child, names, levels - 1);
      } else {
        symbolNode(child, names);
      }
    }
  }

  private void symbolNode(long address, byte[] names) {
    if (!seen.add(address)) {
      throw Blocks.corrupt(file, "a group's tree names one node twice");
    }
    FieldReader head = file.fields(address, 8, "structure");
    head.signature("SNOD");
    head.skip(2);
    int symbols = head.u16();
    long entry = 2L * offsetSize() + 24;
    FieldReader body = file.fields(address + 8, symbols * entry, "structure");
    for (int i = 0; i < symbols; i++) {
      String name = nameAt(names, body.unsigned(offsetSize()));
      long object = body.address();
      long cacheType = body.u32();
      body.skip(4);
      FieldReader scratch = Blocks.piece(file, body, 16, "structure");
      links.put(
          name,
          cacheType == 2 ? new Link.Soft(nameAt(names, scratch.u32())) : new Link.Hard(object));
    }
  }

  private void dense(FieldReader info) {
    info.skip(1);
    int flags = info.u8();
    info.skip((flags & 1) != 0 ? 8 : 0);
    long heapAddress = info.address();
    long treeAddress = info.address();
    if (heapAddress == FieldReader.UNDEFINED || treeAddress == FieldReader.UNDEFINED) {
      return;
    }
    FractalHeap heap = FractalHeap.read(file, heapAddress);
    RecordTree tree = new RecordTree(file, treeAddress, "tree of links");
    if (tree.type() != TREE_TYPE_LINKS) {
      throw Blocks.corrupt(file, "a tree of links is of type " + tree.type());
    }
    tree.forEach(
        record -> {
          record.skip(4);
          message(heap.object(Blocks.piece(file, record, heap.idLength(), "structure")));
        });
  }

  private void message(FieldReader body) {
    int version = body.u8();
    int flags = body.u8();
    if (version != 1) {
      throw Blocks.corrupt(file, "link message version " + version);
    }
    int type = (flags & 8) != 0 ? body.u8() : 0;
    body.skip(((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0));
    String name = Blocks.text(body, body.unsigned(1 << (flags & 3)));
    if (type == 0) {
      links.put(name, new Link.Hard(body.address()));
    } else if (type == 1) {
      links.put(name, new Link.Soft(Blocks.text(body, body.u16())));
    } else if (type == 64) {
      FieldReader target = Blocks.piece(file, body, body.u16(), "structure");
      target.skip(1);
      links.put(
          name, new Link.External(Blocks.zeroTerminated(target), Blocks.zeroTerminated(target)));
    }
  }

  private String nameAt(byte[] names, long offset) {
    if (offset < 0 || offset >= names.length) {
      throw Blocks.corrupt(file, "a name outside of its heap");
    }
    String name = Blocks.trimmed(names, (int) offset);
    namesLeft -= name.length() + 1L;
    if (namesLeft < 0) {
      throw Blocks.corrupt(file, "names that lie over each other in a group's heap");
    }
    return name;
  }

  private int offsetSize() {
    return file.superblock().offsetBytes();
  }

  private int lengthSize() {
    return file.superblock().lengthBytes();
  }
}
