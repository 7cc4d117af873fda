package org.onrecord.benchmarks.hostile;

import java.nio.charset.StandardCharsets;

/** An article like any other, with one quote. */
final class GoodPage {
    private GoodPage() {}

    /** @param words which its speaker says, without a full stop */
    static byte[] saying(String words) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour counts its boats</title></head>
                <body><article><h1>Harbour counts its boats</h1>
                <p>The harbour board has counted the boats that lie in the old basin, after months of delay and two public \
                meetings about what is to become of them.</p>
                <p>“%s,” said Laura Marston, who leads the board, to the reporters who had come on Tuesday evening.</p>
                <p>The board will vote on the matter at its next meeting, which is open to all who live in the town and will \
                be held in the market hall.</p>
                </article></body></html>
                """.formatted(words).getBytes(StandardCharsets.UTF_8);
    }
}
