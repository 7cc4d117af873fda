package org.onrecord.nlp.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What OpenNLP makes by the names that stand in its models; a native build has to be told. */
@RegisterForReflection(
        classNames = {
            "opennlp.tools.postag.POSTaggerFactory",
            "opennlp.tools.sentdetect.SentenceDetectorFactory",
            "opennlp.tools.tokenize.TokenizerFactory",
            "opennlp.tools.util.featuregen.DefinitionFeatureGeneratorFactory",
            "opennlp.tools.util.featuregen.PosTaggerFeatureGeneratorFactory",
            "opennlp.tools.util.featuregen.PrefixFeatureGeneratorFactory",
            "opennlp.tools.util.featuregen.SentenceFeatureGeneratorFactory",
            "opennlp.tools.util.featuregen.SuffixFeatureGeneratorFactory",
            "opennlp.tools.util.featuregen.TokenClassFeatureGeneratorFactory",
            "opennlp.tools.util.featuregen.TokenFeatureGeneratorFactory",
            "opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory"
        },
        methods = false,
        fields = false)
final class NativeRegistrations {

    private NativeRegistrations() {}
}
