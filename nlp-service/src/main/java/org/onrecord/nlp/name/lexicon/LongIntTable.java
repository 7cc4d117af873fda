package org.onrecord.nlp.name.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** An immutable map from hashes to numbers other than 0, read in one piece. A key that is absent has 0. */
public final class LongIntTable {
    public static final LongIntTable EMPTY = new LongIntTable(new long[2], new int[2]);

    private final long[] keys;
    private final int[] values;

    private LongIntTable(long[] keys, int[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** Builds a table; entries with value 0 are left out. */
    public static LongIntTable of(Map<Long, Integer> entries) {
        int capacity = Integer.highestOneBit(Math.max(2, entries.size() * 2)) * 2;
        LongIntTable table = new LongIntTable(new long[capacity], new int[capacity]);
        for (Map.Entry<Long, Integer> entry : new TreeMap<>(entries).entrySet()) {
            if (entry.getValue() != 0) {
                int slot = table.slot(entry.getKey());
                table.keys[slot] = entry.getKey();
                table.values[slot] = entry.getValue();
            }
        }
        return table;
    }

    int get(long key) {
        return values[slot(key)];
    }

    /** Slot that holds the key, or the free one where it would stand; a free slot has value 0. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Writes the entries alone, in the order of their slots, so that reading needs no search. */
    void write(DataOutputStream out) throws IOException {
        int count = (int) Arrays.stream(values).filter(v -> v != 0).count();
        out.writeInt(keys.length);
        out.writeInt(count);
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) {
                out.writeLong(keys[i]);
                out.writeInt(values[i]);
            }
        }
    }

    static LongIntTable read(DataInputStream in) throws IOException {
        int capacity = in.readInt();
        int count = in.readInt();
        LongIntTable table = new LongIntTable(new long[capacity], new int[capacity]);
        ByteBuffer entries = ByteBuffer.wrap(in.readNBytes(count * (Long.BYTES + Integer.BYTES)));
        for (int i = 0; i < count; i++) {
            long key = entries.getLong();
            int value = entries.getInt();
            int slot = table.slot(key);
            table.keys[slot] = key;
            table.values[slot] = value;
        }
        return table;
    }
}
