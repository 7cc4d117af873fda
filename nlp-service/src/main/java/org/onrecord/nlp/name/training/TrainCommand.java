package org.onrecord.nlp.name.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains the model of names: {@code GOLD LISTS OUT_FOLDER}. Reads the folder of the gold ({@code names}, {@code news} and
 * {@code text} in it) and the lists of names, and writes {@code names.model} and its card {@code names.model.md}. The same
 * input gives the same bytes. How good such a model is, {@link CrossValidationCommand} measures.
 */
public final class TrainCommand {
    private TrainCommand() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: train GOLD LISTS OUT_FOLDER");
            System.exit(2);
        }
        TrainingData data = TrainingData.read(Path.of(arguments[0]), Path.of(arguments[1]));
        Path out = Path.of(arguments[2]);
        Path model = out.resolve("names.model");
        try (DataOutputStream stream = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(model)))) {
            data.train(data.gold()).write(stream);
        }
        Files.writeString(out.resolve("names.model.md"), ModelCard.text(data.gold(), data.text(), Files.size(model)));
    }
}
