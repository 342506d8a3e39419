package org.debye.hdf5.tree;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.HeaderMessage;
import org.debye.hdf5.format.RecordTree;
import org.jspecify.annotations.Nullable;

/** A group or dataset at an address of a file; read when first asked. Not thread safe. */
public final class ObjectNode {
  private static final int TREE_TYPE_ATTRIBUTES = 8;
  private static final long LARGEST_VALUE = 1L << 26;

  private final Hdf5File file;
  private final long address;
  private @Nullable List<HeaderMessage> messages;
  private @Nullable Map<String, Link> links;
  private @Nullable Map<String, Attribute> attributes;

  public ObjectNode(Hdf5File file, long address) {
    this.file = file;
    this.address = address;
  }

  public Hdf5File file() {
    return file;
  }

  /** Of the object header. */
  public long address() {
    return address;
  }

  private List<HeaderMessage> messages() {
    if (messages == null) {
      messages = file.messages(address);
    }
    return messages;
  }

  private byte @Nullable [] first(int type) {
    for (HeaderMessage message : messages()) {
      if (message.type() == type) {
        return message.body();
      }
    }
    return null;
  }

  private byte[] needed(int type) {
    byte[] body = first(type);
    if (body == null) {
      throw Blocks.corrupt(file, "the object at " + address + " lacks a message of type " + type);
    }
    return body;
  }

  /** Whether it has the layout of a dataset; anything else is taken as a group. */
  public boolean isDataset() {
    return first(HeaderMessage.LAYOUT) != null;
  }

  /** Members by name, sorted; empty for a dataset. */
  public Map<String, Link> links() {
    if (links == null) {
      links = isDataset() ? Map.of() : GroupLinks.of(file, messages());
    }
    return links;
  }

  public Datatype datatype() {
    return Datatype.read(file.fields(needed(HeaderMessage.DATATYPE), "datatype"));
  }

  public Dataspace dataspace() {
    return Dataspace.read(file.fields(needed(HeaderMessage.DATASPACE), "dataspace"));
  }

  public StorageLayout layout() {
    return StorageLayout.read(file, needed(HeaderMessage.LAYOUT));
  }

  /** Mappings of a virtual dataset. */
  public List<VirtualMapping> virtualMappings() {
    if (layout() instanceof StorageLayout.Virtual virtual) {
      return VirtualMapping.read(file, virtual.heapAddress(), virtual.index());
    }
    throw new IllegalStateException("not a virtual dataset");
  }

  /** All attributes by name. */
  public Map<String, Attribute> attributes() {
    if (attributes == null) {
      Map<String, Attribute> found = new LinkedHashMap<>();
      for (HeaderMessage message : messages()) {
        FieldReader body = file.fields(message.body(), "message");
        if (message.type() == HeaderMessage.ATTRIBUTE) {
          put(found, body);
        } else if (message.type() == HeaderMessage.ATTRIBUTE_INFO) {
          dense(found, body);
        }
      }
      attributes = found;
    }
    return attributes;
  }

  private void put(Map<String, Attribute> found, FieldReader body) {
    Attribute.Named named = Attribute.read(file, body);
    found.put(named.name(), named.attribute());
  }

  private void dense(Map<String, Attribute> found, FieldReader info) {
    info.skip(1);
    int flags = info.u8();
    info.skip((flags & 1) != 0 ? 2 : 0);
    long heapAddress = info.address();
    long treeAddress = info.address();
    if (heapAddress == FieldReader.UNDEFINED || treeAddress == FieldReader.UNDEFINED) {
      return;
    }
    FractalHeap heap = FractalHeap.read(file, heapAddress);
    RecordTree tree = new RecordTree(file, treeAddress, "tree of attributes");
    if (tree.type() != TREE_TYPE_ATTRIBUTES) {
      throw Blocks.corrupt(file, "a tree of attributes is of type " + tree.type());
    }
    tree.forEach(
        record ->
            put(found, heap.object(Blocks.piece(file, record, heap.idLength(), "structure"))));
  }

  /** The text of an attribute, or null. */
  public @Nullable String attributeText(String name) {
    Attribute attribute = attributes().get(name);
    return attribute == null ? null : attribute.text();
  }

  /**
   * The stored bytes of a dataset that is neither chunked nor virtual; null where it is, or where
   * nothing was written.
   */
  public byte @Nullable [] plainBytes() {
    long elements = dataspace().elements();
    int size = datatype().size();
    if (elements > LARGEST_VALUE / size) {
      throw Blocks.unsupported(file, "a value of " + elements + " elements");
    }
    StorageLayout layout = layout();
    if (layout instanceof StorageLayout.Compact compact) {
      return compact.bytes();
    }
    if (layout instanceof StorageLayout.Contiguous contiguous
        && contiguous.address() != FieldReader.UNDEFINED) {
      return Blocks.bytes(
          file.fields(contiguous.address(), elements * size, "data"), elements * size);
    }
    return null;
  }

  /** The first text of stored bytes of this dataset's type, or null where there is none. */
  public @Nullable String firstText(byte[] raw) {
    Datatype type = datatype();
    List<String> texts =
        raw.length < type.size()
            ? List.of()
            : Values.texts(file, type, Arrays.copyOf(raw, type.size()));
    return texts.isEmpty() ? null : texts.get(0);
  }
}
