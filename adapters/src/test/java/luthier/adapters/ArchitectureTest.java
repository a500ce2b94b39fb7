package luthier.adapters;

import luthier.contract.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("luthier.adapters");
    }
}
