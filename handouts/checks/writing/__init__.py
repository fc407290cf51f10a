"""Is it spelled, punctuated and put in agreement as its language has it?"""
